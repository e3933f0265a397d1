// SPDX-License-Identifier: Apache-2.0
// Read by moc before each header: moc of Qt 6.4 stops at libstdc++ 12's <concepts> unless a simpler header comes first. A file of our own,
// since a bare name in moc's dependency list makes every build begin anew.
#include <cstddef>
