<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>DateText</name>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (%3 UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ArtifactTreeModel</name>
    <message>
        <source>Artifact %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n platforms</source>
        <translation>
            <numerusform>%n platform</numerusform>
            <numerusform>%n platforms</numerusform>
        </translation>
    </message>
    <message>
        <source>Platform %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::Breadcrumb</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::BrowsePane</name>
    <message>
        <source>Create registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registry holds images; its name is the first part of theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a–z, 0–9 and single . _ - between them. Images get the address %1/&lt;name&gt;/…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A further name for the artifact %1. A tag that exists is never moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and . _ - up to 128 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the registry %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n registries?</source>
        <translation>
            <numerusform>Delete %n registry?</numerusform>
            <numerusform>Delete %n registries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n registries</source>
        <translation>
            <numerusform>Delete %n registry</numerusform>
            <numerusform>Delete %n registries</numerusform>
        </translation>
    </message>
    <message>
        <source>Only empty registries can be deleted. Delete the images in them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the image %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n images?</source>
        <translation>
            <numerusform>Delete %n image?</numerusform>
            <numerusform>Delete %n images?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n images</source>
        <translation>
            <numerusform>Delete %n image</numerusform>
            <numerusform>Delete %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>All their artifacts and tags go. Pulling them fails from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n artifacts from %1?</source>
        <translation>
            <numerusform>Delete %n artifact from %1?</numerusform>
            <numerusform>Delete %n artifacts from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n artifacts</source>
        <translation>
            <numerusform>Delete %n artifact</numerusform>
            <numerusform>Delete %n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Their tags go with them. Pulling them fails from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the tag %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tags?</source>
        <translation>
            <numerusform>Delete %n tag?</numerusform>
            <numerusform>Delete %n tags?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tags</source>
        <translation>
            <numerusform>Delete %n tag</numerusform>
            <numerusform>Delete %n tags</numerusform>
        </translation>
    </message>
    <message>
        <source>The artifact stays. Pulling it by these tags fails from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted, or its name has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images of %1 could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The artifacts of %1 could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registries of %1 could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n registries</source>
        <translation>
            <numerusform>%n registry</numerusform>
            <numerusform>%n registries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>searching, %n loaded</source>
        <translation>
            <numerusform>searching, %n loaded</numerusform>
            <numerusform>searching, %n loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loaded</source>
        <translation>
            <numerusform>%n loaded</numerusform>
            <numerusform>%n loaded</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an image archive on this window, or push one from a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete registry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a registry first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an image first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete artifact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an artifact first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags name the whole artifact; select its row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A platform is deleted with its artifact; select that row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row to see its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rows selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::CodeLine</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::DeleteDialog</name>
    <message>
        <source>Working out how much only these hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not tell how much space is freed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>How much space is freed is not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>artifacts</source>
        <comment>figure caption</comment>
        <translation>
            <numerusform>artifact</numerusform>
            <numerusform>artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tags</source>
        <comment>figure caption</comment>
        <translation>
            <numerusform>tag</numerusform>
            <numerusform>tags</numerusform>
        </translation>
    </message>
    <message>
        <source>only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared, stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n could not be deleted</source>
        <translation>
            <numerusform>%n could not be deleted</numerusform>
            <numerusform>%n could not be deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::Desktop</name>
    <message>
        <source>Berth keeps running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry keeps running and can be pushed to and pulled from. The icon in the tray opens this window again and quits Berth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit while an import is running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import is cancelled and no tag is written. Layers that were sent are kept, so importing again is quick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the import and quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::FirstStartPage</name>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign-in command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>push command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your local registry is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an image archive here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From docker save, podman save or skopeo: .tar, .tar.gz, .tar.zst, .tar.xz or an OCI folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see what it holds before anything is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push from a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace my-app with the name of an image that you have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: your secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers on this computer only. There are two ways to put the first image in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing this window leaves it running in the tray, where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ImageTableModel</name>
    <message numerus="yes">
        <source>Image %1, %n artifacts</source>
        <translation>
            <numerusform>Image %1, %n artifact</numerusform>
            <numerusform>Image %1, %n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last push</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ImportCard</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name suggested from “%1”. Image names use a–z, 0–9 and - _ . /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no name in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lists this platform but does not contain it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1 exists in %2. It moves to this image; the old artifact stays, without this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers, %1 there already (%2)</source>
        <translation>
            <numerusform>%n layer, %1 there already (%2)</numerusform>
            <numerusform>%n layers, %1 there already (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ImportDialog</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored until you press Import. Add more files by dropping them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep layers exactly as in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise uncompressed layers are compressed with gzip, as docker push does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n archives</source>
        <translation>
            <numerusform>Import %n archive</numerusform>
            <numerusform>Import %n archives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n images</source>
        <translation>
            <numerusform>Import %n image</numerusform>
            <numerusform>Import %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 is there already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::InformationPage</name>
    <message>
        <source>Image index (OCI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest list (Docker)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helm chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact (OCI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image (Docker)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image (OCI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pull command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no tag, so its digest is the only way to name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::LocalCard</name>
    <message>
        <source>Local registry is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local registry is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local registry is stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local registry is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local registry could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local registry menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop local registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start local registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::LocalServer</name>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 was taken by another program, so the registry uses %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program serves this registry at %1. Berth uses it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::LocalStatePage</name>
    <message>
        <source>Your local registry is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its images are kept. Nothing can be pushed or pulled until it runs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry starts as soon as its key is there. If the system shows a window, enter your password in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your local registry is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your local registry is stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushes and pulls under way are allowed to finish, for 10 seconds at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of your local registry is in the keyring and untouched. The registry starts once the keyring is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring with your system&apos;s password program, or by signing in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring stayed locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its window was closed without a password, so the registry has no key yet. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keyring service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth keeps secrets in the system&apos;s keyring only, and no keyring service answers in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install and start one, for example gnome-keyring or KWallet, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or go on with a key that is kept in memory and forgotten at the end of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a key for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of your local registry is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 holds a registry, but the keyring has no key for it. Its images are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the key is in another keyring, open that one and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise make a new key. Programs that signed in with the old one must sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key stops working at once: docker and other programs that signed in with it must sign in again. Images stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::MainWindow</name>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create registry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy pull reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import image archives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz *.txz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry is not running. Start it, then drop the archive again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 › %2 › %3:%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RegistryTableModel</name>
    <message numerus="yes">
        <source>Registry %1, %n images</source>
        <translation>
            <numerusform>Registry %1, %n image</numerusform>
            <numerusform>Registry %1, %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::SidebarModel</name>
    <message>
        <source>Connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Registry %1, %n images</source>
        <translation>
            <numerusform>Registry %1, %n image</numerusform>
            <numerusform>Registry %1, %n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TagsPage</name>
    <message>
        <source>Create tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tag first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TransferRow</name>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts when those before it are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending, %1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent, %2 was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TransfersPanel</name>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::Tray</name>
    <message>
        <source>Open Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address	%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop local registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start local registry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>Nothing accepts connections at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered HTTP %1 with nothing in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway answered instead of the server: HTTP %1 with a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered HTTP %1 with something that is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused with the code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a kind of sign-in that Berth does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends the sign-in to another address without TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token service gave no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a layer failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a tag failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the local registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image archives to import.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Enter a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry names use a–z, 0–9 and single . _ - between them, and cannot be v2, api, service, ncr or c</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image names use a–z, 0–9 and - _ . / with separators only between letters or digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags have up to 128 letters, digits and . _ - and do not begin with . or -</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
