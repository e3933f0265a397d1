<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CronWords</name>
    <message>
        <source>Write * for every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field has no blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n-th</source>
        <comment>of minutes, hours, days, months, weekdays</comment>
        <translation>
            <numerusform>every one</numerusform>
            <numerusform>every %n-th</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleanup runs only when someone asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, at minute %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 at %2 UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the schedule %1, in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
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
    <name>Drivers</name>
    <message>
        <source>Host and port. Write http:// before it if the server speaks plain HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on the server by its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown once when it is made. Kept in the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the console under Container &gt; NCR &gt; Management, without the registry&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in the console: account &gt; API security settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets Berth show registries and their policies. Pull and push work without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found from the region in the address; enter it for another service that speaks NCR&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write / in image names as %2F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For gateways that decode an address only once: try it when images with / in their names are not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no region of NCR; enter the API&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name; leave it empty to connect without signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password or access token. Kept in the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineHint</name>
    <message>
        <source>Docker is not on this computer. Install Docker Desktop and start it. Everything else in Berth works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not on this computer. Ubuntu has it as a package. Everything else in Berth works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not on this computer. CentOS has it as a package. Everything else in Berth works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not on this computer. Its makers say how to install it on your system. Everything else in Berth works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker %1 is running on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not running. Start Docker Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is not running. Start it with this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker is here, but your account may not use it. This line lets it in from your next login on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker does not answer at %1. Restart it, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOCKER_HOST sends docker to %1. An engine on another computer cannot reach this registry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>A digest begins with sha256: or sha512:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A %1 digest has %2 lower-case hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON has the key &quot;%1&quot; twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is broken near byte %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON is broken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no descriptor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no valid digest: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no valid size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no mediaType</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a URL that is not http or https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request says %1, the manifest itself says %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manifest is a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schemaVersion must be 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An index has no config and no layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image manifest has no list of manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image manifest needs a config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image configuration is a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rootfs.diff_ids holds something that is no digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the name &quot;%1&quot; twice, once as a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s %1 is larger than 8 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; names &quot;%2&quot;, which is no name for a file in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; names &quot;%2&quot;, which is no file in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads in a circle, or over more than 8 other links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the file &quot;%1&quot; twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the name &quot;%1&quot; twice, with different content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds more than 256 MiB of JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was read; wait until it is written, then import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json: %1 is no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json: %1 holds something that is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 (%2) is not in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 (%2) is damaged: its digest is %3…, not %4…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: it is larger than 8 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: its &quot;%2&quot; is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: its rootfs is not of the type &quot;layers&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; is not in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has more than 1000 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lists %1 layers, the image configuration %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; stands for two different layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json is no list of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json lists more than 10,000 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name is longer than 4096 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name is an absolute path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds back-slashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name leads out of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds a colon, as drives and streams do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is no OCI layout: it has no index.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds the link &quot;%1&quot;; OCI layouts hold plain files only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds &quot;%1&quot;, which is no plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder has more than 100,000 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive was written by a docker older than 1.10; load it into a newer docker and save it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no image archive: it has neither manifest.json nor index.json. A file from docker export holds a container&apos;s files only; docker save writes images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lists no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temporary file %1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for temporary files in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is damaged: its content has another digest than the image says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was read, or is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes are nested more than 8 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lists more than 10,000 manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest %1… has another size than the index says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest %1… is larger than 8 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest %1… cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image %1… has more than 1000 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blob %1… has another size than the manifest says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; lies among the blobs but its name is no digest: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blob %1… is damaged: its content has another digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The OCI layout has another version than 1.0.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index.json cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index.json lists more than 10,000 manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; of the folder is no plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; of the folder cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; claims an impossible size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off inside &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged in its first header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive begins with a header that is larger than 1 MiB or of an impossible size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds a header that is larger than 1 MiB or of an impossible size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive begins with more headers than one entry can have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds more headers than one entry can have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive begins with a PAX header that is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds a PAX header that is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off in the header after &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header after &quot;%1&quot; is damaged: its checksum is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged in the header after &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is compressed twice; unpack it once first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is compressed with bzip2; unpack it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a zip file; image archives are tar files, as docker save writes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first header of the archive is damaged: its checksum is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off in its first header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no tar archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged inside &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; has another size than it claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be read: %1, at the entry &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive has more than 100,000 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is a sparse file; image archives have none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is of a kind that image archives do not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is a device, pipe or socket; image archives have none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; claims a size above %2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: it is no regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer is compressed twice; unpack it once first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 GiB, at the entry &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer unpacks to more than %1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than a thousand times its size, as only a trap does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than a thousand times its size, as only a trap does, at the entry &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer unpacks to more than a thousand times its size, as only a trap does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged: its %1 data cannot be unpacked to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged: its %1 data cannot be unpacked to the end, at the entry &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer breaks off or is damaged: its %1 data cannot be unpacked to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not listen on %1:%2: another program uses this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not listen on %1:%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth listens on this computer&apos;s own addresses only (127.0.0.1, ::1), not on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not copy %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3. It was set aside as %1 and the copy of %2 opened: what was pushed or deleted since then is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2, and there is no copy of it in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is gone or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 was written by a newer Berth (format %2, this one knows %3). Nothing was changed; install the newer Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open the database %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds the database is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused a statement: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 is in use by the registry at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not open %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not lock %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not shorten %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not sync %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not rename %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not create the folder %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not remove %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No platform of the image is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was read, or is gone. Import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something else than the manifest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has %1 layers; some docker engines hold at most 125</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; in the archive is not a valid image name and was skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file goes on after the end of the archive; what follows was ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for &quot;%1&quot; on its disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something at &quot;%1&quot; already; choose a folder that does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; could not be given its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An index names content of the type %1, which was skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two images of the archive have the name &quot;%1&quot;; the later one wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export needs %1, and its disk has %2 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent less than the whole blob %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something else than the blob %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A docker archive holds one image of one platform; choose a platform, or an OCI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has none of the platforms that were chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The images have more platforms than an archive can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key in %1 is cut short; put it back from a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The master key of %1 is missing: it lies in the keyring of whoever started it first, or in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets of this registry were sealed under another master key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write the copy %1 of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is a database of something else. Nothing was changed; choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 was moved or replaced while the server ran; stop it and put the folder back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many files are open at once; try again in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may look into %1; choose another folder, or run: chmod go-rwx &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may look into %1, and that could not be changed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the stored blobs, %1, is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minute must be 0-59, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour must be 0-23, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of month must be 1-31, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month must be 1-12 or JAN-DEC, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of week must be 0-6 or SUN-SAT, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges are not taken in the day fields: write %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A schedule has five fields: minute, hour, day of month, month, day of week; this one has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day %1 of the month %2 never comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends this request around in circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants this to be sent to %2, which is another server. Berth sends nothing there; ask whoever runs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends this request on to an address that is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends this request on to %2, which is not encrypted. Berth does not follow there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a user name and a password, and this connection has none.</source>
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
        <source>Signing in failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token service gave no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no registry %1 on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server tells no number of the registry %1, so it cannot be named safely.</source>
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
        <source>The server answered with something that NCR&apos;s API does not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused with the code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not delete artifacts. Deleting must be switched on in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag %1 exists already. Creating a tag never moves one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot delete a tag by itself. Deleting the artifact takes all its tags along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot delete a tag by itself. Delete its artifact instead.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>The certificate of %1 is not trusted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Refresh to see whether it was done.</source>
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
        <source>The answer of %1 is larger than Berth takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a layer failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the upload: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused a layer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the image: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifest could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for a tag failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blob could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something else than the blob %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not list its content: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not list its images. Type an image’s name to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not delete it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no container registry: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot serve now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be sent to %1 cannot be read from its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Berth does not know servers of the kind “%1”. The connection is kept as it is; a newer Berth opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection that it goes through was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is not found in the file any more. Import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 looks the name up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an address already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved. Check its spelling, and whether this network knows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection: %1. If the server speaks plain HTTP, write http:// before its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 did not make the connection: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing accepts connections at port %1. Is the server running, and is the port right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 could not be reached: %2. A firewall or a VPN may be in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 did not answer within 10 seconds. A firewall or a VPN may be in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain HTTP: what is sent can be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer within 10 seconds. If it speaks plain HTTP, write http:// before its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not trusted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate valid until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants an access key or a user name, and none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lets anyone in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this access key, or its secret is another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of artifacts must be 0-32766, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of days must be 0-36500, not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern has 1024 bytes at most; this one has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 nests too many { into one another at character %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 opens a { at character %2 and does not close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 has a \ at character %2 with nothing after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 opens a [ at character %2 and does not close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 has an empty set at character %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern %1 has a - at character %2 that is no range: write \- for the character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name now that was not there before. Export again to replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy&apos;s %1 is to be %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy is an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a webhook is a whole one, as in https://example.com/hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a webhook begins with http:// or https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of a webhook holds no name and password; use the authentication header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A webhook may go to port 80, 88, 443 or 8443, not to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authentication header is one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack has a form of its own: a payload format is for HTTP alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a webhook is one line of at most 128 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A webhook tells of one event at least: PUSH_ARTIFACT, PULL_ARTIFACT or DELETE_ARTIFACT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event %1; there are PUSH_ARTIFACT, PULL_ARTIFACT and DELETE_ARTIFACT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A webhook has one target at least and 10 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to %2, where this server sends nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a cleanup policy of a kind that is not known here (number %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large to be one of policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no file of policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of version %1 and was made by a newer Berth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule in the file is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more policies of a kind than the 15 that a registry may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two policies in the file say the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling without a key, the disk that stays free, the trash, verifying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
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
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginStart</name>
    <message>
        <source>%1 could not be removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no way to start Berth that it knows. Add it to the programs that start with your session.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyExchange</name>
    <message>
        <source>Policies (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies could not be exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies of %1 could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file %1, which was made of the registry %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export policies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the policies of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply policies to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicySentence</name>
    <message>
        <source>%1 or %2</source>
        <comment>patterns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patterns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>all images, patterns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of those that nothing can match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tag other than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tag other than %1 or without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged %1 or without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tag like %1 or without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a tag like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts pushed last</source>
        <translation>
            <numerusform>%n artifact pushed last</numerusform>
            <numerusform>%n artifacts pushed last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts pulled last</source>
        <translation>
            <numerusform>%n artifact pulled last</numerusform>
            <numerusform>%n artifacts pulled last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pushed within %n days</source>
        <translation>
            <numerusform>pushed within %n day</numerusform>
            <numerusform>pushed within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pulled within %n days</source>
        <translation>
            <numerusform>pulled within %n day</numerusform>
            <numerusform>pulled within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>a policy keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all of these</source>
        <comment>policy 3</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, of the %n pushed last</source>
        <comment>policy 3</comment>
        <translation>
            <numerusform>%1, of the %n pushed last</numerusform>
            <numerusform>%1, of the %n pushed last</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, of the %n pulled last</source>
        <comment>policy 3</comment>
        <translation>
            <numerusform>%1, of the %n pulled last</numerusform>
            <numerusform>%1, of the %n pulled last</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, pushed %2</source>
        <comment>policy 3, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, pulled %2</source>
        <comment>policy 3, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, keep %2 %3</source>
        <comment>images, all artifacts, tagged or not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, keep the %2 %3</source>
        <comment>images, 3 artifacts pushed last, tagged or not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, keep artifacts %2 %3</source>
        <comment>images, pulled within 3 days, tagged or not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artifacts without a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, %2 cannot be changed or deleted</source>
        <comment>images, all tags</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, tags other than %2, and what has no tag, cannot be changed or deleted</source>
        <comment>images, patterns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, the tag %2 cannot be changed or deleted</source>
        <comment>images, names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1, tags like %2 cannot be changed or deleted</source>
        <comment>images, patterns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protected by “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server could not delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was gone already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy keeps it, untagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy keeps it, untagged, never pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy keeps it, last pulled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy keeps it, never pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frees %1</source>
        <comment>size, up to a size</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image uploader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks and pulls, does not push or delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks and pushes, does not pull or delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its user, %1</source>
        <comment>registries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>role, registries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all registries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionProblem</name>
    <message>
        <source>Is the network there, and the VPN if the server needs one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the address right, and the server running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the access key again. Secrets are shown once when they are made; a lost one is made anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in, but your role does not allow it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator of the server for the rights, or connect with another access key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks to wait. Retry in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth connects as soon as the key is there. If the system shows a window, enter your password in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registries of %1 could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is in the keyring and untouched. Berth connects once the keyring is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keyring with your system&apos;s password program, or by signing in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring stayed locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its window was closed without a password, so there is no key for %1 yet. Nothing is lost.</source>
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
        <source>Or enter the key again: it is kept in memory and forgotten at the end of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is open and has no key for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the key is in another keyring, open that one and retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this registry is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program serves your local registry, and the key that Berth has does not fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s key: berthd printed it when it made the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by a newer Berth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending, %1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on after the last whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent, %2 was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching, %1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written and checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ArtifactContent</name>
    <message>
        <source>The connection was closed meanwhile.</source>
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
    <name>berth::Banner</name>
    <message>
        <source>Close this notice</source>
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
    <message>
        <source>(no registry)</source>
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
    <message numerus="yes">
        <source>The key of %1 was entered %n days ago</source>
        <translation>
            <numerusform>The key of %1 was entered %n day ago</numerusform>
            <numerusform>The key of %1 was entered %n days ago</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on working. The advice is a new key every 90 days: make one where this one was made, then enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest of the list could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. What is left lies in the trash, where it can get another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::CertificateCard</name>
    <message>
        <source>What the server showed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 fingerprint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the server&apos;s administrator tells you. Trust holds for this connection only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the authority %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::CleanupDialog</name>
    <message>
        <source>Images that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untagged artifacts, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit cleanup policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cleanup policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what to keep in %1. In the images named here, whatever no policy keeps is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those pushed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those pulled last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those pushed within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those pulled within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many days, from 0 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many to keep, from 0 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 says the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artifacts of each image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts without a tag, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fields need a value</source>
        <translation>
            <numerusform>%n field needs a value</numerusform>
            <numerusform>%n fields need a value</numerusform>
        </translation>
    </message>
    <message>
        <source>With what was complete last: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n images match</source>
        <translation>
            <numerusform>%n image matches</numerusform>
            <numerusform>%n images match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n images match</source>
        <translation>
            <numerusform>The one image matches</numerusform>
            <numerusform>All %n images match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n images match</source>
        <translation>
            <numerusform>%1 of %n image matches</numerusform>
            <numerusform>%1 of %n images match</numerusform>
        </translation>
    </message>
    <message>
        <source>No artifact is chosen by this</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts are chosen</source>
        <translation>
            <numerusform>%1 of %n artifact is chosen</numerusform>
            <numerusform>%1 of %n artifacts are chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>at the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the next run, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These policies delete everything that is not protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These policies delete everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts go %2.</source>
        <translation>
            <numerusform>%1 of %n artifact goes %2.</numerusform>
            <numerusform>%1 of %n artifacts go %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts that go were never pulled</source>
        <translation>
            <numerusform>%n artifact that goes was never pulled</numerusform>
            <numerusform>%n artifacts that go were never pulled</numerusform>
        </translation>
    </message>
    <message>
        <source>A policy that looks at pulls does not keep what nobody has pulled yet, however new it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>I want to delete %n artifacts</source>
        <translation>
            <numerusform>I want to delete %n artifact</numerusform>
            <numerusform>I want to delete %n artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protection policy %1 (%2) shields %n artifacts that would go.</source>
        <translation>
            <numerusform>Protection policy %1 (%2) shields %n artifact that would go.</numerusform>
            <numerusform>Protection policy %1 (%2) shields %n artifacts that would go.</numerusform>
        </translation>
    </message>
    <message>
        <source>This policy keeps nothing that another one does not keep already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is disabled; the preview shows it enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them were never pulled.</source>
        <translation>
            <numerusform>%n of them was never pulled.</numerusform>
            <numerusform>%n of them were never pulled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::CleanupHistory</name>
    <message>
        <source>The history could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test run says what would go, without deleting anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::CleanupPage</name>
    <message>
        <source>Policy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of what stays and goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cleanup policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete cleanup policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set schedule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the images named here, whatever no policy keeps is deleted. Protected tags always stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it ran now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cleanup policies could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cleanup schedule could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection policies could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run %1, deleted %2, freed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>keeps %n</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>keeps %n</numerusform>
            <numerusform>keeps %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is cleaned up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every artifact of %1 stays until someone deletes it. A cleanup policy says what is kept; the rest of its images goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would do is not known. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n by policy</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>%n by policy</numerusform>
            <numerusform>%n by policy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>%n protected</numerusform>
            <numerusform>%n protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay with others</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>%n stays with another</numerusform>
            <numerusform>%n stay with others</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deleted</source>
        <comment>artifacts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a policy nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No enabled policy names an image that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n images lose nothing.</source>
        <translation>
            <numerusform>%n image loses nothing.</numerusform>
            <numerusform>%n images lose nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %n were never pulled.</source>
        <translation>
            <numerusform>%1 of the %n was never pulled.</numerusform>
            <numerusform>%1 of the %n were never pulled.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is more than was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next run %2.</source>
        <comment>schedule, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies are being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 policies; more are not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a policy first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a policy first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>policies</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test run did not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies as a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::CleanupTimeline</name>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>365 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes in this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes in the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The timeline could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them protected</source>
        <translation>
            <numerusform>%n of them protected</numerusform>
            <numerusform>%n of them protected</numerusform>
        </translation>
    </message>
    <message>
        <source>If nothing is pushed or pulled until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no schedule: drawn as if cleanup ran once a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n artifacts.</source>
        <translation>
            <numerusform>Of the first %n artifact.</numerusform>
            <numerusform>Of the first %n artifacts.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 UTC, %2</source>
        <comment>date, in 3 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3 artifacts, 0.8 GB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
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
    <name>berth::ConfigurationPage</name>
    <message>
        <source>Environment and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This artifact has no configuration of an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a secret, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value in its menu copies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ConnectDialog</name>
    <message>
        <source>Leave it empty to keep the one in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server&apos;s host name, with its port if it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the access key&apos;s ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the secret that belongs to this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test stopped at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This key was entered %n days ago; make a new one every 90 days.</source>
        <translation>
            <numerusform>This key was entered %n day ago; make a new one every 90 days.</numerusform>
            <numerusform>This key was entered %n days ago; make a new one every 90 days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. %1, %2.</source>
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
    <message>
        <source>Trusted for this connection: the certificate of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted for this connection: the authority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker Registry fits every server that docker can push to: it shows what the protocol tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network and API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring does not give the key now; enter it to test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ContentPage</name>
    <message>
        <source>The content could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ContentPane</name>
    <message>
        <source>%1 cannot be exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No artifact of the selection has a tag, so there is nothing to export. Open the image and select artifacts.</source>
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
        <source>Registry settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a registry first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one registry only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete registry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an image first</source>
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
        <source>Select a tag first</source>
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
        <source>Delete tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete artifact…</source>
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
    <name>berth::ContentTable</name>
    <message>
        <source>By artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a row stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untagged</source>
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
        <source>Also show artifacts that no tag names</source>
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
        <source>Tags</source>
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
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sorting, %n loaded</source>
        <translation>
            <numerusform>sorting, %n loaded</numerusform>
            <numerusform>sorting, %n loaded</numerusform>
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
        <source>No artifact has a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts without a tag are hidden.</source>
        <translation>
            <numerusform>%n artifact without a tag is hidden.</numerusform>
            <numerusform>%n artifacts without a tag are hidden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet</source>
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
    <message numerus="yes">
        <source>Looked at the names of all %n registries.</source>
        <translation>
            <numerusform>Looked at the name of the only registry.</numerusform>
            <numerusform>Looked at the names of all %n registries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the names of all %n images.</source>
        <translation>
            <numerusform>Looked at the name of the only image.</numerusform>
            <numerusform>Looked at the names of all %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the digests, tags and platforms of all %n artifacts.</source>
        <translation>
            <numerusform>Looked at the digest, tags and platforms of the only artifact.</numerusform>
            <numerusform>Looked at the digests, tags and platforms of all %n artifacts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the names and digests of all %n tags.</source>
        <translation>
            <numerusform>Looked at the name and digest of the only tag.</numerusform>
            <numerusform>Looked at the names and digests of all %n tags.</numerusform>
        </translation>
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
    <message>
        <source>It goes to the trash: it can be restored, and its bytes return when the trash lets go of it, by itself on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the trash and can be restored until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for good</source>
        <comment>verb of the button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It skips the trash and cannot be restored. %1 return with the next collection, which starts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It skips the trash and cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n are deleted, but still lie in the trash</source>
        <translation>
            <numerusform>%n is deleted, but still lies in the trash</numerusform>
            <numerusform>%n are deleted, but still lie in the trash</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be restored, or deleted for good there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least only here</source>
        <translation type="unfinished"></translation>
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
        <source>Quit while transfers are running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stop and stand in the list at the next start, where they can go on. Layers that were sent are kept; no tag is written until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop them and quit</source>
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
        <source>Open details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
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
    <name>berth::EndNotices</name>
    <message>
        <source>%1 is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::EngineNotice</name>
    <message>
        <source>Looking for Docker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for Docker again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Export %n artifacts</source>
        <translation>
            <numerusform>Export %n artifact</numerusform>
            <numerusform>Export %n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Each byte is checked on its way. The file appears once all of it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All platforms, under the digest that they have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A docker archive holds one image. Choose an OCI archive for several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A docker archive holds one platform. Choose which, or an OCI archive for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a file name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something of this name already; an export makes a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name; it is replaced once the new one is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docker load, podman load and skopeo read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a folder of this name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>podman load and skopeo read it, and docker load where docker keeps its images in containerd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zstd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::FactGrid</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::FirstStartPage</name>
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
        <source>It answers on this computer only. There are two ways to put the first image in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing this window leaves it running in the tray, where there is one. Stop it, or change its port, in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::GeneralPage</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Berth when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts in the tray, without the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local registry with Berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls and pushes go on. Quit is in the tray menu and in the main menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a transfer of more than 30 s ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, connections without secrets, the last errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::HealthPane</name>
    <message>
        <source>The disk is nearly full: pushes are refused, pulls go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry runs on an older copy of its database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused space could not be freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images that it hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not tell how it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing needs care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free where the registry lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each byte read and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, Berth %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room, its database is whole, and no content is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged content: push these images again, and it is whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this server jumped: nothing is destroyed until it is confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All connections of this server are in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time could not be confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash could not be emptied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daily copy of the database could not be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::HistoryPage</name>
    <message>
        <source>All steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Dockerfile lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are those that the builder wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The builder wrote no history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
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
    <name>berth::ImageUseCard</name>
    <message>
        <source>Only here and shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
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
        <source>Never pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the image returns %1. The %2 stay: other images use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the image returns %1.</source>
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
    <name>berth::KeyDialog</name>
    <message>
        <source>Enter the key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth tries it and then keeps it in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this access key, or its secret is another one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::KeyFormDialog</name>
    <message>
        <source>Create access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program or a computer signs in with it as %1. Its secret is shown once, right after this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change counts from the next request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer or the job that has this key, so that you know it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that %1 may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>role: what it does</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In these registries only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This is longer than the server keeps: %n bytes at most</source>
        <translation>
            <numerusform>This is longer than the server keeps: %n byte at most</numerusform>
            <numerusform>This is longer than the server keeps: %n bytes at most</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::KeyModel</name>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key %1, used by %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row, one level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, previous detail tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to connection 1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::KeysPane</name>
    <message>
        <source>Access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message>
        <source>A new secret keeps the ID. The old secret and the tokens made with it stop working at once, also on other computers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The access keys could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 keys, user %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker and other programs sign in with an access key: its ID as user name, its secret as password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The key of “%1” is %n days old</source>
        <translation>
            <numerusform>The key of “%1” is %n day old</numerusform>
            <numerusform>The key of “%1” is %n days old</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys should be changed every 90 days. It keeps working until you delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a key to see what is known of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n keys selected</source>
        <translation>
            <numerusform>%n key selected</numerusform>
            <numerusform>%n keys selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known only where it was copied to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that %1 may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a key first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one key only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth itself signs in with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A user has at most %n keys; delete one first</source>
        <translation>
            <numerusform>A user has at most %n key; delete it first</numerusform>
            <numerusform>A user has at most %n keys; delete one first</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth itself signs in with this key and keeps the new secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What uses this key is refused until it has the new secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new secret for %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID stays. The old secret and the tokens made with it stop working at once. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no new secret for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 could not be disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 could not be enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n access keys?</source>
        <translation>
            <numerusform>Delete %n access key?</numerusform>
            <numerusform>Delete %n access keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n keys</source>
        <translation>
            <numerusform>Delete %n key</numerusform>
            <numerusform>Delete %n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>What signs in with them is refused from the next request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key cannot be restored; another one can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether %1 has a new secret is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by Berth on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that is limited to a role or to some registries manages no keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are not here yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::LayersPage</name>
    <message>
        <source>Layers by size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command of the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command that made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This artifact has no layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1, %2, made by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers, %1</source>
        <translation>
            <numerusform>%n layer, %1</numerusform>
            <numerusform>%n layers, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ListTool</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list</source>
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
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::LocalCard</name>
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
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what is wrong with the local registry, and the way out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::LocalRegistryPage</name>
    <message>
        <source>Local registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change restarts the registry. Addresses of images change with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program serves this registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may do what, and room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry is not running</source>
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
    <message>
        <source>The keyring did not take the key, so it is kept for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
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
    <name>berth::LookPage</name>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes at once, without a restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide artifacts without a tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::MainWindow</name>
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
        <source>Remove the connection %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth forgets its address and takes its key out of the keyring. Nothing on the server changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is kept for this run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take it. Start or unlock the keyring, then save the connection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it, then drop the archive again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of %1 is still in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is removed, but the keyring did not let go of its key. Remove it there with your system&apos;s password program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection, move tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to import into %1. You see what the archives hold before anything is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local registry starts again by itself, with all that it had confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diagnostics say what was done last, without names and secrets; they help whoever mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth ended unexpectedly the last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n transfers were on their way; they stand below, paused: %1.</source>
        <translation>
            <numerusform>%n transfer was on its way; it stands below, paused: %1.</numerusform>
            <numerusform>%n transfers were on their way; they stand below, paused: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ManifestPage</name>
    <message>
        <source>Pretty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes, their SHA-256 is the digest</source>
        <translation>
            <numerusform>%n byte, its SHA-256 is the digest</numerusform>
            <numerusform>%n bytes, their SHA-256 is the digest</numerusform>
        </translation>
    </message>
    <message>
        <source>Save manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::MessageModel</name>
    <message>
        <source>Artifact pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>event, date, answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, test</source>
        <comment>event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sent again</source>
        <comment>event</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::MessageView</name>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next try is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as sent</source>
        <comment>size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came to the inbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::MoveTagDialog</name>
    <message>
        <source>The connection was closed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It then names another artifact of %1. The artifact that it leaves stays, with its other tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag of the other artifact, or its digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the artifact first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one digest begins so. Type more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a tag nor a digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no artifact %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on this artifact already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::NetworkPage</name>
    <message>
        <source>Proxy as the system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusts the certificate of %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusts the authority %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy and trust, for one connection each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer; never through a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::PatternInput</name>
    <message>
        <source>are named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or a pattern; ** stands for all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::PlatformsPage</name>
    <message>
        <source>Pull command of the selected platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::PolicyApplyDialog</name>
    <message>
        <source>Also delete the policies that only the registry has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If cleanup ran then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, disabled</source>
        <comment>added</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is switched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only here, stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply policies to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of what stays and goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies of %1 could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup runs only when someone asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup runs by the schedule %1, in UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Make %n changes</source>
        <translation>
            <numerusform>Make %n change</numerusform>
            <numerusform>Make %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>There would be more policies than %1 of a kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete those that only the registry has, or some of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps %1, deletes %2, %3</source>
        <comment>numbers, frees a size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is everything that is not protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be applied; what is left is below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::PreviewPanel</name>
    <message>
        <source>Shares of what stays and goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps %1, deletes %2, %3</source>
        <comment>numbers, frees a size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>17 artifacts, 7 go</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go</source>
        <translation>
            <numerusform>%n goes</numerusform>
            <numerusform>%n go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more artifacts</source>
        <translation>
            <numerusform>and %n more artifact</numerusform>
            <numerusform>and %n more artifacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ProbeSteps</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registry protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ProtectionDialog</name>
    <message>
        <source>Images that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What still works, what does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling works, and pushing new tags once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushing over a tag does not, nor deleting it, its artifact, image or registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit protection policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add protection policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which tags in %1 must stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 says the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n patterns are not complete</source>
        <translation>
            <numerusform>%n pattern is not complete</numerusform>
            <numerusform>%n patterns are not complete</numerusform>
        </translation>
    </message>
    <message>
        <source>With the last complete pattern, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected by policy %1, not by this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not protected, no tag matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected already by policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tag is enough to protect the artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n artifacts</source>
        <translation>
            <numerusform>Of the first %n artifact</numerusform>
            <numerusform>Of the first %n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>protects nothing now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protects %1, %2, %3</source>
        <comment>7 tags, 6 artifacts, 0.9 GB</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
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
        <source>All %n images match</source>
        <translation>
            <numerusform>The one image matches</numerusform>
            <numerusform>All %n images match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n images match</source>
        <translation>
            <numerusform>%1 of %n image matches</numerusform>
            <numerusform>%1 of %n images match</numerusform>
        </translation>
    </message>
    <message>
        <source>No artifact has such a tag yet; the first push of one is possible and protected from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts have such a tag</source>
        <translation>
            <numerusform>%n artifact has such a tag</numerusform>
            <numerusform>%n artifacts have such a tag</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ProtectionPage</name>
    <message>
        <source>Add protection policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete protection policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is protected can be pulled, never deleted or replaced, not even by an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artifacts</source>
        <translation type="unfinished">artifact</translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished">tag</translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection policies could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection goes before cleanup</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The cleanup policies would delete %n artifacts that are protected here. They stay.</source>
        <translation>
            <numerusform>The cleanup policies would delete %n artifact that is protected here. It stays.</numerusform>
            <numerusform>The cleanup policies would delete %n artifacts that are protected here. They stay.</numerusform>
        </translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>protects %n</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>protects %n</numerusform>
            <numerusform>protects %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who may push can move or delete every tag of %1. A protection policy names the tags that must stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more artifacts</source>
        <translation>
            <numerusform>and %n more artifact</numerusform>
            <numerusform>and %n more artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 policies; more are not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a policy first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no policy yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>policies</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy could not be brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is back. New policies are enabled; this one was not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies as a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RegistryRows</name>
    <message>
        <source>%1: %2</source>
        <comment>role: what it does</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RegistrySettingsDialog</name>
    <message>
        <source>Settings of the registry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold for everyone who uses this registry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept manifests whose content is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A push that would go beyond is refused; pulls go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For copies that hold a few platforms of an image only. Without it, a manifest is refused until all that it names is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be changed</source>
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
    <message>
        <source>(no registry)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RoleTable</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, policies, webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries, caches, users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RunDialog</name>
    <message>
        <source>Run the cleanup of %1 now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works on what is there when it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes lies in the trash and can be restored until that is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no trash: what goes cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would delete is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts are deleted, %2</source>
        <comment>5, frees 3 GB</comment>
        <translation>
            <numerusform>%1 of %n artifact is deleted, %2</numerusform>
            <numerusform>%1 of %n artifacts are deleted, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts would go, but are protected.</source>
        <translation>
            <numerusform>%n artifact would go, but is protected.</numerusform>
            <numerusform>%n artifacts would go, but are protected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those that go were never pulled.</source>
        <translation>
            <numerusform>%n of those that go was never pulled.</numerusform>
            <numerusform>%n of those that go were never pulled.</numerusform>
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
        <source>The cleanup did not begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RunModel</name>
    <message>
        <source>under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted, the server ended meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped, the run before was still under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, test</source>
        <comment>who</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, %2, %3</source>
        <comment>date, by whom, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::RunView</name>
    <message>
        <source>Back to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with what we expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and artifacts of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n policies</source>
        <translation>
            <numerusform>%n policy</numerusform>
            <numerusform>%n policies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would delete %1 of %n and free %2</source>
        <translation>
            <numerusform>would delete %1 of %n and free %2</numerusform>
            <numerusform>would delete %1 of %n and free %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted %1 of %n, freed %2</source>
        <translation>
            <numerusform>deleted %1 of %n, freed %2</numerusform>
            <numerusform>deleted %1 of %n, freed %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n images</source>
        <translation>
            <numerusform>Restore %n image</numerusform>
            <numerusform>Restore %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>The run looked at nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run did could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deleted</source>
        <comment>artifacts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each artifact is not kept any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more kept</source>
        <translation>
            <numerusform>%n more kept</numerusform>
            <numerusform>%n more kept</numerusform>
        </translation>
    </message>
    <message>
        <source>What this run deleted is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the policies that it began with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the policies of now; the server does not tell those of then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s log tells no times, and a policy looks at them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n verdicts are what we expected, %1.</source>
        <translation>
            <numerusform>The one verdict is what we expected, %1.</numerusform>
            <numerusform>All %n verdicts are what we expected, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of them could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stayed, we expected it to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is otherwise, we expected it to be protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is otherwise, we expected a policy to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n verdicts are otherwise than we expected</source>
        <translation>
            <numerusform>%1 of %n verdict is otherwise than we expected</numerusform>
            <numerusform>%1 of %n verdicts are otherwise than we expected</numerusform>
        </translation>
    </message>
    <message>
        <source>Judged %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this run deleted is on its way back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ScheduleDialog</name>
    <message>
        <source>Cron, five fields, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–59</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–23, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–12, JAN–DEC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–6, SUN–SAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup schedule of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server counts in UTC. Runs that are missed while it is off are not caught up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In plain words, with the last complete schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fields to change</source>
        <translation>
            <numerusform>%n field to change</numerusform>
            <numerusform>%n fields to change</numerusform>
        </translation>
    </message>
    <message>
        <source>It would never run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Next %n runs, %1</source>
        <translation>
            <numerusform>Next run, %1</numerusform>
            <numerusform>Next %n runs, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule was not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::SearchBox</name>
    <message>
        <source>Search or jump to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::SearchModel</name>
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
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags not searched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looked at %2 names, there are more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::SecretDialog</name>
    <message>
        <source>For %1: %2.</source>
        <comment>who, what it may do</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server stores only a hash of it. If it gets lost, make a new secret for the same ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth uses the new secret and puts it into the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs that use this key need it as well. It is shown here this once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This secret is shown once, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing this window is the last time you can copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not marked as kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it and tick the box. Closing once more drops it; then only a new secret helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1, readable by you only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: Access key ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: Secret key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::ServerSettingsPane</name>
    <message>
        <source>Create an unknown registry when an administrator pushes into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sign-in lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this much disk free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free unused space by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify all data every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once. Size and rules of a single registry are in its own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull and push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever reaches the address may do this, in all registries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients sign in again by themselves. A key that is deleted ends at once, whatever stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below it pushes get a clear answer, pulls go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What no image names any more goes, a while after the last one let go of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each byte is read at a quiet pace. What is bad is set aside, and the images that it hurts are named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of this server could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then a deletion can be undone, and its bytes stay on the disk. A shorter time ends older ones for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What clients are told where a proxy stands before this server, as for HTTPS. Empty: the address that they used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::Session</name>
    <message>
        <source>%1 is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this kind of server a registry comes into being with its first image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this kind of server a registry goes with its last image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role on %1 does not allow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator of this server may do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role here is %1: it %2</source>
        <comment>role, what it does</comment>
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
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no registry)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::StoragePane</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a block&apos;s size is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and what they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage could not be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage could not be counted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used by one image only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored once, saves %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used by several images, stored once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can still be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes with the next collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying could not be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting could not be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collecting: %1 of %2 are back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying: %1 of %2 read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n damaged layers were put aside. Push these images again to heal them: %1</source>
        <translation>
            <numerusform>%n damaged layer was put aside. Push these images again to heal them: %1</numerusform>
            <numerusform>%n damaged layers were put aside. Push these images again to heal them: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are in nobody&apos;s use and come back with the next collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are in nobody&apos;s use, but were pushed a short while ago; they come back from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified %1: all whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key sees some registries only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::StorageTable</name>
    <message>
        <source>%1: only here %2, shared %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
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
        <source>Oldest push</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TagDialog</name>
    <message>
        <source>Create tag on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1. It has no tag yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1. Its tags now: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and . _ - up to 128 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This artifact has that tag already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TagHistoryPanel</name>
    <message>
        <source>Deleted; it was on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on %1; it was new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed again on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a tag to see where it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>who, address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept of it. The server&apos;s settings say for how many days it keeps this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TagMoveCard</name>
    <message>
        <source>The tag %1 was deleted meanwhile. Create it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag %1 was moved meanwhile, to %2. Look again before you move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is on %2, pushed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating never moves a tag. Move it if that is what you want: whoever pulls %1 then gets the other artifact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TagRowModel</name>
    <message>
        <source>Tag %1 of artifact %2</source>
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
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact</source>
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
    <message>
        <source>Move tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TerminalCard</name>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: your secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nodes of a cluster cannot reach this computer&apos;s own address. Docker pulls the image, and it is loaded into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace my-app with the name of an image that you have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TestDialog</name>
    <message>
        <source>The message is made up; its image and digest exist nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of its targets gets one message, also while it is disabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was not sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TimelineModel</name>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <comment>artifact, image, date, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from run to run. The table shows the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>17 artifacts, 8 go</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go</source>
        <translation>
            <numerusform>%n goes</numerusform>
            <numerusform>%n go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay</source>
        <translation>
            <numerusform>%n more stays</numerusform>
            <numerusform>%n more stay</numerusform>
        </translation>
    </message>
    <message>
        <source>Size of what goes in a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing goes in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TransferRow</name>
    <message>
        <source>Progress of %1</source>
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
        <source>Done in %1</source>
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
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is away, trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI archive, gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCI archive, zstd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker archive, gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each export can be told otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save exports in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until I clear them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep finished transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What failed always stays until you clear it.</source>
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
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::TrashDetails</name>
    <message>
        <source>Deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts in this deletion</source>
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
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the tag %1 as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags have letters, digits and _ . -, begin with a letter, digit or _, and have 128 characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 stays where it is now: restoring never overwrites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The artifact of %1 is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted itself. Restore that deletion first, then this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is taken: another artifact has it since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring never overwrites. Pick what the old artifact gets instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n names are taken by other artifacts</source>
        <translation>
            <numerusform>%n name is taken by another artifact</numerusform>
            <numerusform>%n names are taken by other artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring never overwrites. Pick what the old artifacts get instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its artifact is not there any more; restore that deletion first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the tag a name that is allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TrashModel</name>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>1 registry, empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 artifacts, 5 tags</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1: %2 from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleanup</source>
        <comment>who deleted it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TrashPane</name>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>%n artifact</numerusform>
            <numerusform>%n artifacts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing held</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>emptied after %n days</source>
        <translation>
            <numerusform>emptied after %n day</numerusform>
            <numerusform>emptied after %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>5 deletions, 2.9 GB held, emptied after 7 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deletions</source>
        <translation>
            <numerusform>%n deletion</numerusform>
            <numerusform>%n deletions</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What is deleted here stays for %n days and can be restored as it was.</source>
        <translation>
            <numerusform>What is deleted here stays for %n day and can be restored as it was.</numerusform>
            <numerusform>What is deleted here stays for %n days and can be restored as it was.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a deletion to see what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deletions selected</source>
        <translation>
            <numerusform>%n deletion selected</numerusform>
            <numerusform>%n deletions selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a deletion first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n could not be restored</source>
        <translation>
            <numerusform>%n could not be restored</numerusform>
            <numerusform>%n could not be restored</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deletions were restored.</source>
        <translation>
            <numerusform>%n deletion was restored.</numerusform>
            <numerusform>%n deletions were restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deletions for good?</source>
        <translation>
            <numerusform>Delete %n deletion for good?</numerusform>
            <numerusform>Delete %n deletions for good?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot be restored any more. Their bytes return with the next collection, which starts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is in it can be restored any more. Its bytes return with the next collection, which starts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
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
    <name>berth::Treemap</name>
    <message>
        <source>Where the bytes are</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>registry, image, size</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::TryTagDialog</name>
    <message>
        <source>As in a pull, without the registry: api/gateway:v1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image and tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a tag against the policies of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed, and the tag need not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the tag behind a colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies cannot be read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected by policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No enabled policy names it: it can be moved and deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::UndoBanner</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n registries deleted</source>
        <translation>
            <numerusform>%n registry deleted</numerusform>
            <numerusform>%n registries deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images deleted</source>
        <translation>
            <numerusform>%n image deleted</numerusform>
            <numerusform>%n images deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags deleted</source>
        <translation>
            <numerusform>%n tag deleted</numerusform>
            <numerusform>%n tags deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts deleted</source>
        <translation>
            <numerusform>%n artifact deleted</numerusform>
            <numerusform>%n artifacts deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 return on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::UserDialog</name>
    <message>
        <source>Create user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user has a role and up to five access keys to sign in with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change counts from the next request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another role in a registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits and . _ - @, for people and for jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wins there over the role on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the day after, the user&apos;s keys open nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a user of that name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user could not be created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user could not be changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::UserModel</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks and pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls and pushes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All; others in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::UsersPane</name>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create user…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete user…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The users could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message>
        <source>No users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone without a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a user to see what the user may do</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n users selected</source>
        <translation>
            <numerusform>%n user selected</numerusform>
            <numerusform>%n users selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a key nothing is served unless it is switched on in the server&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All registries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks and pulls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls and pushes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the role %2. A role for one registry wins over the role for the server. Changes count from the next request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registries %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a user first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a user: the server&apos;s settings decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one user only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berth itself signs in as this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users?</source>
        <translation>
            <numerusform>Delete %n user?</numerusform>
            <numerusform>Delete %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users</source>
        <translation>
            <numerusform>Delete %n user</numerusform>
            <numerusform>Delete %n users</numerusform>
        </translation>
    </message>
    <message>
        <source>Their access keys stop working at once. What they pushed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n access keys go with them. Users cannot be restored.</source>
        <translation>
            <numerusform>%n access key goes with them. Users cannot be restored.</numerusform>
            <numerusform>%n access keys go with them. Users cannot be restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::WebhookDialog</name>
    <message>
        <source>May stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the inbox of this registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact pushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also each platform of an index, and copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact pulled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many, where machines pull</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for each artifact, by cleanup, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as it is, for example Bearer abc. Kept secret, never shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept any certificate from this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registry %1 on %2 calls this address when an image changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has %n more targets, which stay as they are.</source>
        <translation>
            <numerusform>It has %n more target, which stays as it is.</numerusform>
            <numerusform>It has %n more targets, which stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the address that is to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored header belongs to the former address. Type it anew, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends a message for a channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends JSON with POST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is stored and not shown. Leave it to keep it, empty it to send none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a webhook of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports 80, 88, 443 and 8443 work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what it is to tell of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n fields to change</source>
        <translation>
            <numerusform>%n field to change</numerusform>
            <numerusform>%n fields to change</numerusform>
        </translation>
    </message>
    <message>
        <source>The webhook was not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>berth::WebhooksPage</name>
    <message>
        <source>no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Create webhook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete webhook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>MessageModel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has no webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhooks could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A webhook calls an address of yours, or writes to a Slack channel, when an image of %1 is pushed, pulled or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell what became of its messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a webhook first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the webhook %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages that wait for it are not sent, and what is known of the others goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook could not be enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook could not be disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was not sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inbox could not be read</source>
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
    <message>
        <source>Names of users have up to 64 letters, digits and . _ - @</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
