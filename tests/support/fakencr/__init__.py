# SPDX-License-Identifier: Apache-2.0
"""A fake of NHN Container Registry for tests: its management API and its registry protocol over one store.

names         grammar of names, tags and digests; times; the refusals both APIs turn into replies
synthetic     content that is made up when somebody asks for it, 100,000 artifacts in an image if need be
blobs         layers and configs on disk, and uploads under way
image         an image with its artifacts and tags, pushed or synthetic
store         registries and what they hold
seed          fills a store from options or from a JSON file
access        the key pair, the roles, the tokens
replies       objects of the management API as the vendor sends them: members missing, members nobody knows
management    /ncr/v2.0/appkeys/{appKey}/…
distribution  /v2/… and /service/token
faults        what goes wrong at run time, and the log of requests
http          requests, replies, sending
control       the control port
server        options and life of the process
running       a fake that a test in Python has started
"""
