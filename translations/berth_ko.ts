<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>CronWords</name>
    <message>
        <source>Write * for every one</source>
        <translation>모두를 뜻하려면 *을 입력하세요</translation>
    </message>
    <message>
        <source>A field has no blanks</source>
        <translation>필드에는 공백을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>매분</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>매시간</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>매월</translation>
    </message>
    <message>
        <source>every day of the week</source>
        <translation>모든 요일</translation>
    </message>
    <message>
        <source>on the hour</source>
        <translation>정각</translation>
    </message>
    <message numerus="yes">
        <source>every %n-th</source>
        <comment>of minutes, hours, days, months, weekdays</comment>
        <translation>
            <numerusform>%n 간격</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleanup runs only when someone asks for it.</source>
        <translation>요청할 때만 정리합니다.</translation>
    </message>
    <message>
        <source>%1, at minute %2.</source>
        <translation>%1 %2분에 정리합니다.</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>매시간</translation>
    </message>
    <message>
        <source>%1 at %2 UTC.</source>
        <translation>%1 %2 UTC에 정리합니다.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>Every %1 at %2 UTC.</source>
        <translation>매주 %1 %2 UTC에 정리합니다.</translation>
    </message>
    <message>
        <source>By the schedule %1, in UTC.</source>
        <translation>일정 %1에 따라 UTC 기준으로 정리합니다.</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n분 후</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>%n시간 후</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>%n일 후</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>오늘 %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>어제 %1</translation>
    </message>
    <message>
        <source>%1 %2 (%3 UTC)</source>
        <translation>%1 %2 (%3 UTC)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
</context>
<context>
    <name>Drivers</name>
    <message>
        <source>Host and port. Write http:// before it if the server speaks plain HTTP.</source>
        <translation>호스트와 포트를 입력하세요. 일반 HTTP 서버이면 앞에 http:// 표기를 붙이세요.</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>Made on the server by its administrator.</source>
        <translation>서버 관리자가 서버에서 생성합니다.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>비밀 키</translation>
    </message>
    <message>
        <source>Shown once when it is made. Kept in the system keyring.</source>
        <translation>생성할 때 한 번만 표시됩니다. 시스템 키링에 보관합니다.</translation>
    </message>
    <message>
        <source>In the console under Container &gt; NCR &gt; Management, without the registry&apos;s name.</source>
        <translation>콘솔의 Container &gt; NCR &gt; 관리에 있는 주소를 레지스트리 이름 없이 입력하세요.</translation>
    </message>
    <message>
        <source>Made in the console: account &gt; API security settings.</source>
        <translation>콘솔의 계정 &gt; API 보안 설정에서 생성합니다.</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>Appkey</translation>
    </message>
    <message>
        <source>Lets Berth show registries and their policies. Pull and push work without it.</source>
        <translation>레지스트리와 정책을 표시하는 데 필요합니다. Pull과 Push에는 없어도 됩니다.</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API 주소</translation>
    </message>
    <message>
        <source>Found from the region in the address; enter it for another service that speaks NCR&apos;s API.</source>
        <translation>주소의 리전으로 찾습니다. NCR API를 쓰는 다른 서비스이면 직접 입력하세요.</translation>
    </message>
    <message>
        <source>Write / in image names as %2F</source>
        <translation>이미지 이름의 / 기호를 %2F 표기로 전송</translation>
    </message>
    <message>
        <source>For gateways that decode an address only once: try it when images with / in their names are not found</source>
        <translation>주소를 한 번만 디코딩하는 게이트웨이용입니다. 이름에 / 기호가 있는 이미지를 찾지 못할 때 사용해 보세요</translation>
    </message>
    <message>
        <source>The address names no region of NCR; enter the API&apos;s address</source>
        <translation>주소에 NCR 리전이 없습니다. API 주소를 입력하세요</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>User name; leave it empty to connect without signing in.</source>
        <translation>사용자 이름입니다. 비워 두면 로그인하지 않습니다.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Password or access token. Kept in the system keyring.</source>
        <translation>비밀번호나 액세스 토큰입니다. 키링에 보관합니다.</translation>
    </message>
</context>
<context>
    <name>EngineHint</name>
    <message>
        <source>Docker is not on this computer. Install Docker Desktop and start it. Everything else in Berth works without it.</source>
        <translation>이 컴퓨터에 Docker가 없습니다. Docker Desktop을 설치하고 시작하세요. Berth의 다른 기능은 Docker 없이도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Docker is not on this computer. Ubuntu has it as a package. Everything else in Berth works without it.</source>
        <translation>이 컴퓨터에 Docker가 없습니다. Ubuntu 패키지로 설치할 수 있습니다. Berth의 다른 기능은 Docker 없이도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Docker is not on this computer. CentOS has it as a package. Everything else in Berth works without it.</source>
        <translation>이 컴퓨터에 Docker가 없습니다. CentOS 패키지로 설치할 수 있습니다. Berth의 다른 기능은 Docker 없이도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Docker is not on this computer. Its makers say how to install it on your system. Everything else in Berth works without it.</source>
        <translation>이 컴퓨터에 Docker가 없습니다. 이 시스템에 설치하는 방법은 Docker 안내 페이지에 있습니다. Berth의 다른 기능은 Docker 없이도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Docker %1 is running on this computer</source>
        <translation>이 컴퓨터에서 Docker %1 버전이 실행 중입니다</translation>
    </message>
    <message>
        <source>Docker is not running. Start Docker Desktop.</source>
        <translation>Docker가 실행 중이 아닙니다. Docker Desktop을 시작하세요.</translation>
    </message>
    <message>
        <source>Docker is not running. Start it with this line.</source>
        <translation>Docker가 실행 중이 아닙니다. 다음 명령으로 시작하세요.</translation>
    </message>
    <message>
        <source>Docker is here, but your account may not use it. This line lets it in from your next login on.</source>
        <translation>Docker가 있지만 이 계정에는 사용 권한이 없습니다. 다음 명령을 실행하면 다음 로그인부터 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Docker does not answer at %1. Restart it, then look again.</source>
        <translation>%1 주소에서 Docker가 응답하지 않습니다. 다시 시작한 뒤 다시 확인하세요.</translation>
    </message>
    <message>
        <source>DOCKER_HOST sends docker to %1. An engine on another computer cannot reach this registry.</source>
        <translation>DOCKER_HOST 때문에 docker가 %1 주소로 연결됩니다. 다른 컴퓨터의 엔진은 이 레지스트리에 접근할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>A digest begins with sha256: or sha512:</source>
        <translation>다이제스트는 sha256: 또는 sha512: 접두어로 시작합니다</translation>
    </message>
    <message>
        <source>A %1 digest has %2 lower-case hex digits</source>
        <translation>%1 다이제스트는 소문자 16진수 %2자리입니다</translation>
    </message>
    <message>
        <source>The JSON has the key &quot;%1&quot; twice</source>
        <translation>JSON에 ‘%1’ 키가 두 번 있습니다</translation>
    </message>
    <message>
        <source>The JSON is broken near byte %1: %2</source>
        <translation>JSON의 %1번째 바이트 부근이 잘못되었습니다: %2</translation>
    </message>
    <message>
        <source>The JSON is broken: %1</source>
        <translation>JSON이 잘못되었습니다: %1</translation>
    </message>
    <message>
        <source>%1 is no descriptor</source>
        <translation>‘%1’ 항목이 디스크립터가 아닙니다</translation>
    </message>
    <message>
        <source>%1 has no valid digest: %2</source>
        <translation>‘%1’ 항목에 올바른 다이제스트가 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 has no valid size</source>
        <translation>‘%1’ 항목에 올바른 크기(size)가 없습니다</translation>
    </message>
    <message>
        <source>%1 has no mediaType</source>
        <translation>‘%1’ 항목에 mediaType 값이 없습니다</translation>
    </message>
    <message>
        <source>%1 has a URL that is not http or https</source>
        <translation>‘%1’ 항목에 http나 https가 아닌 URL이 있습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list</source>
        <translation>‘%1’ 항목이 목록이 아닙니다</translation>
    </message>
    <message>
        <source>The request says %1, the manifest itself says %2</source>
        <translation>요청에는 %1 유형으로, 매니페스트 자체에는 %2 유형으로 적혀 있습니다</translation>
    </message>
    <message>
        <source>A manifest is a JSON object</source>
        <translation>매니페스트는 JSON 객체여야 합니다</translation>
    </message>
    <message>
        <source>schemaVersion must be 2</source>
        <translation>schemaVersion 값은 2여야 합니다</translation>
    </message>
    <message>
        <source>An index has no config and no layers</source>
        <translation>인덱스에는 config와 layers 항목이 없어야 합니다</translation>
    </message>
    <message>
        <source>An image manifest has no list of manifests</source>
        <translation>이미지 매니페스트에는 매니페스트 목록이 없어야 합니다</translation>
    </message>
    <message>
        <source>An image manifest needs a config</source>
        <translation>이미지 매니페스트에는 config 항목이 필요합니다</translation>
    </message>
    <message>
        <source>An image configuration is a JSON object</source>
        <translation>이미지 구성은 JSON 객체여야 합니다</translation>
    </message>
    <message>
        <source>rootfs.diff_ids holds something that is no digest</source>
        <translation>rootfs.diff_ids 항목에 다이제스트가 아닌 값이 있습니다</translation>
    </message>
    <message>
        <source>The archive holds the name &quot;%1&quot; twice, once as a link</source>
        <translation>아카이브에 ‘%1’ 이름이 두 번 있으며 그중 하나는 링크입니다</translation>
    </message>
    <message>
        <source>The archive&apos;s %1 is larger than 8 MiB</source>
        <translation>아카이브의 %1 파일이 8&#xa0;MiB보다 큽니다</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads out of the archive</source>
        <translation>‘%1’ 링크가 아카이브 밖을 가리킵니다</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; names &quot;%2&quot;, which is no name for a file in the archive</source>
        <translation>‘%1’ 링크가 가리키는 ‘%2’ 이름은 아카이브의 파일 이름으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; names &quot;%2&quot;, which is no file in the archive</source>
        <translation>‘%1’ 링크가 가리키는 ‘%2’ 파일이 아카이브에 없습니다</translation>
    </message>
    <message>
        <source>The link &quot;%1&quot; leads in a circle, or over more than 8 other links</source>
        <translation>‘%1’ 링크가 제자리로 돌아오거나 다른 링크를 8개 넘게 거칩니다</translation>
    </message>
    <message>
        <source>The archive holds the file &quot;%1&quot; twice</source>
        <translation>아카이브에 ‘%1’ 파일이 두 번 있습니다</translation>
    </message>
    <message>
        <source>The archive holds the name &quot;%1&quot; twice, with different content</source>
        <translation>아카이브에 ‘%1’ 이름이 서로 다른 내용으로 두 번 있습니다</translation>
    </message>
    <message>
        <source>The archive holds more than 256 MiB of JSON</source>
        <translation>아카이브에 JSON이 256&#xa0;MiB보다 많이 들어 있습니다</translation>
    </message>
    <message>
        <source>The file changed while it was read; wait until it is written, then import it again</source>
        <translation>읽는 동안 파일이 바뀌었습니다. 파일 쓰기가 끝난 뒤 다시 가져오세요</translation>
    </message>
    <message>
        <source>manifest.json: %1 is no list</source>
        <translation>manifest.json: ‘%1’ 항목이 목록이 아닙니다</translation>
    </message>
    <message>
        <source>manifest.json: %1 holds something that is no text</source>
        <translation>manifest.json: ‘%1’ 항목에 문자열이 아닌 값이 있습니다</translation>
    </message>
    <message>
        <source>Layer %1 (%2) is not in the archive</source>
        <translation>%1번 레이어(%2)가 아카이브에 없습니다</translation>
    </message>
    <message>
        <source>Layer %1 (%2) is damaged: its digest is %3…, not %4…</source>
        <translation>%1번 레이어(%2)가 손상되었습니다: 다이제스트가 %4… 값이어야 하지만 %3… 값입니다</translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: %2</source>
        <translation>‘%1’ 이미지 구성을 사용할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: it is larger than 8 MiB</source>
        <translation>‘%1’ 이미지 구성을 사용할 수 없습니다: 8&#xa0;MiB보다 큽니다</translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: its &quot;%2&quot; is no text</source>
        <translation>‘%1’ 이미지 구성을 사용할 수 없습니다: ‘%2’ 항목이 문자열이 아닙니다</translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; cannot be used: its rootfs is not of the type &quot;layers&quot;</source>
        <translation>‘%1’ 이미지 구성을 사용할 수 없습니다: rootfs 유형이 ‘layers’가 아닙니다</translation>
    </message>
    <message>
        <source>The image configuration &quot;%1&quot; is not in the archive</source>
        <translation>‘%1’ 이미지 구성이 아카이브에 없습니다</translation>
    </message>
    <message>
        <source>The image has more than 1000 layers</source>
        <translation>이미지의 레이어가 1000개를 넘습니다</translation>
    </message>
    <message>
        <source>The archive lists %1 layers, the image configuration %2</source>
        <translation>아카이브 목록의 레이어는 %1개인데 이미지 구성의 레이어는 %2개입니다</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; stands for two different layers</source>
        <translation>‘%1’ 파일이 서로 다른 두 레이어로 쓰이고 있습니다</translation>
    </message>
    <message>
        <source>manifest.json cannot be read: %1</source>
        <translation>manifest.json 파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>manifest.json is no list of images</source>
        <translation>manifest.json 파일이 이미지 목록이 아닙니다</translation>
    </message>
    <message>
        <source>manifest.json lists more than 10,000 images</source>
        <translation>manifest.json 파일의 이미지가 10,000개를 넘습니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name is longer than 4096 bytes</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름이 4096바이트보다 깁니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name is an absolute path</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름이 절대 경로입니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds control characters</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름에 제어 문자가 있습니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds back-slashes</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름에 백슬래시가 있습니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name leads out of the archive</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름이 아카이브 밖을 가리킵니다</translation>
    </message>
    <message>
        <source>The archive holds the entry &quot;%1&quot;, whose name holds a colon, as drives and streams do</source>
        <translation>아카이브에 있는 ‘%1’ 항목의 이름에 드라이브나 스트림을 뜻하는 콜론이 있습니다</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation>폴더를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder is no OCI layout: it has no index.json</source>
        <translation>index.json 파일이 없어 OCI 레이아웃 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>The folder holds the link &quot;%1&quot;; OCI layouts hold plain files only</source>
        <translation>폴더에 ‘%1’ 링크가 있습니다. OCI 레이아웃에는 일반 파일만 있어야 합니다</translation>
    </message>
    <message>
        <source>The folder holds &quot;%1&quot;, which is no plain file</source>
        <translation>폴더에 일반 파일이 아닌 ‘%1’ 항목이 있습니다</translation>
    </message>
    <message>
        <source>The folder has more than 100,000 files</source>
        <translation>폴더의 파일이 100,000개를 넘습니다</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2</source>
        <translation>‘%1’ 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>This archive was written by a docker older than 1.10; load it into a newer docker and save it again</source>
        <translation>1.10보다 오래된 docker로 만든 아카이브입니다. 새 버전의 docker로 불러온 뒤 다시 저장하세요</translation>
    </message>
    <message>
        <source>This is no image archive: it has neither manifest.json nor index.json. A file from docker export holds a container&apos;s files only; docker save writes images</source>
        <translation>이미지 아카이브가 아닙니다. manifest.json 파일도 index.json 파일도 없습니다. docker export로 만든 파일에는 컨테이너의 파일만 있으며, 이미지는 docker save로 저장합니다</translation>
    </message>
    <message>
        <source>The archive lists no image</source>
        <translation>아카이브 목록에 이미지가 없습니다</translation>
    </message>
    <message>
        <source>The temporary file %1 cannot be written</source>
        <translation>‘%1’ 임시 파일에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>There is no room for temporary files in %1</source>
        <translation>‘%1’ 위치에 임시 파일을 둘 공간이 없습니다</translation>
    </message>
    <message>
        <source>A layer is damaged: its content has another digest than the image says</source>
        <translation>레이어가 손상되었습니다: 내용의 다이제스트가 이미지에 적힌 것과 다릅니다</translation>
    </message>
    <message>
        <source>The file changed while it was read, or is damaged</source>
        <translation>읽는 동안 파일이 바뀌었거나 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>Indexes are nested more than 8 deep</source>
        <translation>인덱스가 8단계보다 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>The archive lists more than 10,000 manifests</source>
        <translation>아카이브 목록의 매니페스트가 10,000개를 넘습니다</translation>
    </message>
    <message>
        <source>The manifest %1… has another size than the index says</source>
        <translation>%1… 매니페스트의 크기가 인덱스에 적힌 것과 다릅니다</translation>
    </message>
    <message>
        <source>The manifest %1… is larger than 8 MiB</source>
        <translation>%1… 매니페스트가 8&#xa0;MiB보다 큽니다</translation>
    </message>
    <message>
        <source>The manifest %1… cannot be read: %2</source>
        <translation>%1… 매니페스트를 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The image %1… has more than 1000 layers</source>
        <translation>%1… 이미지의 레이어가 1000개를 넘습니다</translation>
    </message>
    <message>
        <source>The blob %1… has another size than the manifest says</source>
        <translation>%1… 블롭의 크기가 매니페스트에 적힌 것과 다릅니다</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; lies among the blobs but its name is no digest: %2</source>
        <translation>‘%1’ 파일이 블롭 사이에 있지만 이름이 다이제스트가 아닙니다: %2</translation>
    </message>
    <message>
        <source>The blob %1… is damaged: its content has another digest</source>
        <translation>%1… 블롭이 손상되었습니다: 내용의 다이제스트가 다릅니다</translation>
    </message>
    <message>
        <source>The OCI layout has another version than 1.0.0</source>
        <translation>OCI 레이아웃의 버전이 1.0.0이 아닙니다</translation>
    </message>
    <message>
        <source>index.json cannot be read: %1</source>
        <translation>index.json 파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>index.json lists more than 10,000 manifests</source>
        <translation>index.json 파일의 매니페스트가 10,000개를 넘습니다</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; of the folder is no plain file</source>
        <translation>폴더의 ‘%1’ 파일이 일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; of the folder cannot be opened: %2</source>
        <translation>폴더의 ‘%1’ 파일을 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; claims an impossible size</source>
        <translation>‘%1’ 항목에 있을 수 없는 크기가 적혀 있습니다</translation>
    </message>
    <message>
        <source>The archive breaks off inside &quot;%1&quot;</source>
        <translation>아카이브가 ‘%1’ 항목 중간에서 끊겼습니다</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>파일을 열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The archive cannot be read</source>
        <translation>아카이브를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged in its first header</source>
        <translation>아카이브가 첫 헤더에서 끊겼거나 손상되었습니다</translation>
    </message>
    <message>
        <source>The archive begins with a header that is larger than 1 MiB or of an impossible size</source>
        <translation>아카이브 첫머리에 1&#xa0;MiB보다 크거나 크기가 있을 수 없는 값인 헤더가 있습니다</translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds a header that is larger than 1 MiB or of an impossible size</source>
        <translation>아카이브의 ‘%1’ 항목 뒤에 1&#xa0;MiB보다 크거나 크기가 있을 수 없는 값인 헤더가 있습니다</translation>
    </message>
    <message>
        <source>The archive begins with more headers than one entry can have</source>
        <translation>아카이브 첫머리에 한 항목이 가질 수 있는 것보다 많은 헤더가 있습니다</translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds more headers than one entry can have</source>
        <translation>아카이브의 ‘%1’ 항목 뒤에 한 항목이 가질 수 있는 것보다 많은 헤더가 있습니다</translation>
    </message>
    <message>
        <source>The archive begins with a PAX header that is broken</source>
        <translation>아카이브 첫머리에 잘못된 PAX 헤더가 있습니다</translation>
    </message>
    <message>
        <source>After the entry &quot;%1&quot; the archive holds a PAX header that is broken</source>
        <translation>아카이브의 ‘%1’ 항목 뒤에 잘못된 PAX 헤더가 있습니다</translation>
    </message>
    <message>
        <source>The archive breaks off in the header after &quot;%1&quot;</source>
        <translation>아카이브가 ‘%1’ 항목 다음 헤더에서 끊겼습니다</translation>
    </message>
    <message>
        <source>The header after &quot;%1&quot; is damaged: its checksum is wrong</source>
        <translation>‘%1’ 항목 다음 헤더가 손상되었습니다: 체크섬이 맞지 않습니다</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged in the header after &quot;%1&quot;</source>
        <translation>아카이브가 ‘%1’ 항목 다음 헤더에서 끊겼거나 손상되었습니다</translation>
    </message>
    <message>
        <source>The archive is compressed twice; unpack it once first</source>
        <translation>아카이브가 두 번 압축되어 있습니다. 먼저 압축을 한 번 푸세요</translation>
    </message>
    <message>
        <source>The archive is compressed with bzip2; unpack it first</source>
        <translation>아카이브가 bzip2로 압축되어 있습니다. 먼저 압축을 푸세요</translation>
    </message>
    <message>
        <source>This is a zip file; image archives are tar files, as docker save writes them</source>
        <translation>zip 파일입니다. 이미지 아카이브는 docker save로 만든 것과 같은 tar 파일이어야 합니다</translation>
    </message>
    <message>
        <source>The first header of the archive is damaged: its checksum is wrong</source>
        <translation>아카이브의 첫 헤더가 손상되었습니다: 체크섬이 맞지 않습니다</translation>
    </message>
    <message>
        <source>The archive breaks off in its first header</source>
        <translation>아카이브가 첫 헤더에서 끊겼습니다</translation>
    </message>
    <message>
        <source>The file is no tar archive</source>
        <translation>파일이 tar 아카이브가 아닙니다</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged inside &quot;%1&quot;</source>
        <translation>아카이브가 ‘%1’ 항목 중간에서 끊겼거나 손상되었습니다</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; has another size than it claims</source>
        <translation>‘%1’ 항목의 크기가 적힌 크기와 다릅니다</translation>
    </message>
    <message>
        <source>The archive cannot be read: %1</source>
        <translation>아카이브를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The archive cannot be read: %1, at the entry &quot;%2&quot;</source>
        <translation>‘%2’ 항목부터 아카이브를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The archive is empty</source>
        <translation>아카이브가 비어 있습니다</translation>
    </message>
    <message>
        <source>The archive has more than 100,000 entries</source>
        <translation>아카이브의 항목이 100,000개를 넘습니다</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is a sparse file; image archives have none</source>
        <translation>‘%1’ 항목이 희소 파일입니다. 이미지 아카이브에는 희소 파일이 없습니다</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is of a kind that image archives do not have</source>
        <translation>‘%1’ 항목의 종류는 이미지 아카이브에 없는 것입니다</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; is a device, pipe or socket; image archives have none</source>
        <translation>‘%1’ 항목이 장치나 파이프 또는 소켓입니다. 이미지 아카이브에는 그런 항목이 없습니다</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; claims a size above %2 GiB</source>
        <translation>‘%1’ 항목에 %2&#xa0;GiB보다 큰 크기가 적혀 있습니다</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: it is no regular file</source>
        <translation>파일을 읽을 수 없습니다: 일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>A layer is compressed twice; unpack it once first</source>
        <translation>레이어가 두 번 압축되어 있습니다. 먼저 압축을 한 번 푸세요</translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 GiB</source>
        <translation>아카이브의 압축을 풀면 %1&#xa0;GiB보다 커집니다</translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 GiB, at the entry &quot;%2&quot;</source>
        <translation>아카이브의 압축을 풀면 ‘%2’ 항목에서 %1&#xa0;GiB보다 커집니다</translation>
    </message>
    <message>
        <source>A layer unpacks to more than %1 GiB</source>
        <translation>레이어의 압축을 풀면 %1&#xa0;GiB보다 커집니다</translation>
    </message>
    <message>
        <source>The archive unpacks to more than a thousand times its size, as only a trap does</source>
        <translation>아카이브의 압축을 풀면 원래 크기의 천 배를 넘습니다. 함정으로 만든 파일에서만 나타나는 일입니다</translation>
    </message>
    <message>
        <source>The archive unpacks to more than a thousand times its size, as only a trap does, at the entry &quot;%1&quot;</source>
        <translation>아카이브의 압축을 풀면 ‘%1’ 항목에서 원래 크기의 천 배를 넘습니다. 함정으로 만든 파일에서만 나타나는 일입니다</translation>
    </message>
    <message>
        <source>A layer unpacks to more than a thousand times its size, as only a trap does</source>
        <translation>레이어의 압축을 풀면 원래 크기의 천 배를 넘습니다. 함정으로 만든 파일에서만 나타나는 일입니다</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged: its %1 data cannot be unpacked to the end</source>
        <translation>아카이브가 끊겼거나 손상되었습니다: %1 데이터의 압축을 끝까지 풀 수 없습니다</translation>
    </message>
    <message>
        <source>The archive breaks off or is damaged: its %1 data cannot be unpacked to the end, at the entry &quot;%2&quot;</source>
        <translation>아카이브가 ‘%2’ 항목에서 끊겼거나 손상되었습니다: %1 데이터의 압축을 끝까지 풀 수 없습니다</translation>
    </message>
    <message>
        <source>A layer breaks off or is damaged: its %1 data cannot be unpacked to the end</source>
        <translation>레이어가 끊겼거나 손상되었습니다: %1 데이터의 압축을 끝까지 풀 수 없습니다</translation>
    </message>
    <message>
        <source>%1 is no IP address</source>
        <translation>‘%1’ 주소는 IP 주소가 아닙니다</translation>
    </message>
    <message>
        <source>Could not listen on %1:%2: another program uses this port</source>
        <translation>%1:%2 주소에서 연결을 받을 수 없습니다: 다른 프로그램이 이 포트를 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Could not listen on %1:%2: %3</source>
        <translation>%1:%2 주소에서 연결을 받을 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Berth listens on this computer&apos;s own addresses only (127.0.0.1, ::1), not on %1</source>
        <translation>Berth는 이 컴퓨터 자체의 주소(127.0.0.1, ::1)에서만 연결을 받으며 %1 주소에서는 받지 않습니다</translation>
    </message>
    <message>
        <source>The database %1 is damaged</source>
        <translation>‘%1’ 데이터베이스가 손상되었습니다</translation>
    </message>
    <message>
        <source>The database %1 is damaged: %2</source>
        <translation>‘%1’ 데이터베이스가 손상되었습니다: %2</translation>
    </message>
    <message>
        <source>Could not copy %1: %2</source>
        <translation>‘%1’ 파일을 복사하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>%3. It was set aside as %1 and the copy of %2 opened: what was pushed or deleted since then is missing</source>
        <translation>%3. 기존 파일을 ‘%1’ 이름으로 따로 보관하고 %2 날짜의 사본을 열었습니다. 그 뒤에 Push하거나 삭제한 내용은 반영되어 있지 않습니다</translation>
    </message>
    <message>
        <source>%2, and there is no copy of it in %1</source>
        <translation>%2. ‘%1’ 폴더에 사본도 없습니다</translation>
    </message>
    <message>
        <source>The database %1 is gone or empty</source>
        <translation>‘%1’ 데이터베이스가 없거나 비어 있습니다</translation>
    </message>
    <message>
        <source>The data folder %1 was written by a newer Berth (format %2, this one knows %3). Nothing was changed; install the newer Berth</source>
        <translation>‘%1’ 데이터 폴더는 더 새로운 Berth로 만든 것입니다(형식 %2, 이 버전이 아는 형식 %3). 아무것도 바꾸지 않았습니다. 새 버전의 Berth를 설치하세요</translation>
    </message>
    <message>
        <source>Could not open the database %1: %2</source>
        <translation>‘%1’ 데이터베이스를 열지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The disk that holds the database is full</source>
        <translation>데이터베이스가 있는 디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>데이터베이스가 손상되었습니다</translation>
    </message>
    <message>
        <source>The database refused a statement: %1 (%2)</source>
        <translation>데이터베이스가 명령을 거부했습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>The data folder %1 is in use</source>
        <translation>‘%1’ 데이터 폴더가 사용 중입니다</translation>
    </message>
    <message>
        <source>The data folder %1 is in use by the registry at %2</source>
        <translation>‘%1’ 데이터 폴더를 %2 주소의 레지스트리가 사용하고 있습니다</translation>
    </message>
    <message>
        <source>The disk is full (%1)</source>
        <translation>디스크가 가득 찼습니다(%1)</translation>
    </message>
    <message>
        <source>Could not open %1: %2</source>
        <translation>‘%1’ 파일을 열지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not lock %1: %2</source>
        <translation>‘%1’ 파일을 잠그지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not read %1: %2</source>
        <translation>‘%1’ 파일을 읽지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not write %1: %2</source>
        <translation>‘%1’ 파일에 쓰지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not shorten %1: %2</source>
        <translation>‘%1’ 파일을 줄이지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not sync %1: %2</source>
        <translation>‘%1’ 경로의 내용을 디스크에 기록하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not rename %1: %2</source>
        <translation>‘%1’ 파일의 이름을 바꾸지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not create the folder %1: %2</source>
        <translation>‘%1’ 폴더를 만들지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Could not remove %1: %2</source>
        <translation>‘%1’ 파일을 삭제하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation>임시 폴더를 만들지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The file changed while it was imported</source>
        <translation>가져오는 동안 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>No platform of the image is selected</source>
        <translation>이미지의 플랫폼이 하나도 선택되지 않았습니다</translation>
    </message>
    <message>
        <source>A temporary file cannot be read: %1</source>
        <translation>임시 파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The file has changed since it was read, or is gone. Import it again</source>
        <translation>읽은 뒤에 파일이 바뀌었거나 없어졌습니다. 다시 가져오세요</translation>
    </message>
    <message>
        <source>The server sent something else than the manifest %1</source>
        <translation>서버가 ‘%1’ 매니페스트가 아닌 다른 내용을 보냈습니다</translation>
    </message>
    <message>
        <source>The image has %1 layers; some docker engines hold at most 125</source>
        <translation>이미지의 레이어가 %1개입니다. 일부 Docker 엔진에서는 레이어를 최대 125개까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>The name &quot;%1&quot; in the archive is not a valid image name and was skipped</source>
        <translation>아카이브에 있는 ‘%1’ 이름은 이미지 이름으로 쓸 수 없어 건너뛰었습니다</translation>
    </message>
    <message>
        <source>The file goes on after the end of the archive; what follows was ignored</source>
        <translation>아카이브가 끝난 뒤에도 파일에 내용이 더 있습니다. 그 내용은 무시했습니다</translation>
    </message>
    <message>
        <source>There is no room for &quot;%1&quot; on its disk</source>
        <translation>디스크에 ‘%1’ 항목을 저장할 공간이 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2</source>
        <translation>‘%1’ 항목에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>There is something at &quot;%1&quot; already; choose a folder that does not exist</source>
        <translation>‘%1’ 위치에 이미 항목이 있습니다. 아직 없는 폴더를 지정하세요</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; could not be given its name</source>
        <translation>폴더에 ‘%1’ 이름을 붙이지 못했습니다</translation>
    </message>
    <message>
        <source>An index names content of the type %1, which was skipped</source>
        <translation>인덱스에 있는 ‘%1’ 유형의 내용을 건너뛰었습니다</translation>
    </message>
    <message>
        <source>Two images of the archive have the name &quot;%1&quot;; the later one wins</source>
        <translation>아카이브에 ‘%1’ 이름의 이미지가 두 개 있어 나중 이미지에만 이름을 붙였습니다</translation>
    </message>
    <message>
        <source>The export needs %1, and its disk has %2 free</source>
        <translation>내보내는 데 %1 공간이 필요하지만 디스크의 여유 공간은 %2입니다</translation>
    </message>
    <message>
        <source>The server sent less than the whole blob %1</source>
        <translation>서버가 ‘%1’ 블롭을 끝까지 보내지 않았습니다</translation>
    </message>
    <message>
        <source>The server sent something else than the blob %1</source>
        <translation>서버가 ‘%1’ 블롭이 아닌 다른 내용을 보냈습니다</translation>
    </message>
    <message>
        <source>A docker archive holds one image of one platform; choose a platform, or an OCI archive</source>
        <translation>Docker 아카이브에는 한 플랫폼의 이미지 하나만 담을 수 있습니다. 플랫폼을 하나 선택하거나 OCI 아카이브를 선택하세요</translation>
    </message>
    <message>
        <source>The image has none of the platforms that were chosen</source>
        <translation>선택한 플랫폼이 이미지에 없습니다</translation>
    </message>
    <message>
        <source>The images have more platforms than an archive can hold</source>
        <translation>이미지의 플랫폼이 아카이브에 담을 수 있는 수보다 많습니다</translation>
    </message>
    <message>
        <source>The master key in %1 is cut short; put it back from a copy</source>
        <translation>%1에 있는 마스터 키가 잘려 있습니다. 사본에서 되돌려 놓으세요</translation>
    </message>
    <message>
        <source>The master key of %1 is missing: it lies in the keyring of whoever started it first, or in %2</source>
        <translation>%1의 마스터 키가 없습니다. 처음 시작한 사람의 키링 또는 %2에 있습니다</translation>
    </message>
    <message>
        <source>The secrets of this registry were sealed under another master key</source>
        <translation>이 레지스트리의 비밀 값은 다른 마스터 키로 봉인되어 있습니다</translation>
    </message>
    <message>
        <source>Could not write the copy %1 of the database</source>
        <translation>데이터베이스 사본 %1 파일을 쓰지 못했습니다</translation>
    </message>
    <message>
        <source>The file %1 is a database of something else. Nothing was changed; choose another folder</source>
        <translation>파일 %1은(는) 다른 프로그램의 데이터베이스입니다. 아무것도 바꾸지 않았습니다. 다른 폴더를 선택하세요</translation>
    </message>
    <message>
        <source>The data folder %1 was moved or replaced while the server ran; stop it and put the folder back</source>
        <translation>서버가 실행되는 동안 데이터 폴더 %1이(가) 옮겨졌거나 바뀌었습니다. 서버를 중지하고 폴더를 되돌려 놓으세요</translation>
    </message>
    <message>
        <source>Too many files are open at once; try again in a second</source>
        <translation>한 번에 열린 파일이 너무 많습니다. 잠시 후 다시 시도하세요</translation>
    </message>
    <message>
        <source>Others may look into %1; choose another folder, or run: chmod go-rwx &apos;%1&apos;</source>
        <translation>다른 사용자가 %1을(를) 볼 수 있습니다. 다른 폴더를 선택하거나 다음을 실행하세요: chmod go-rwx &apos;%1&apos;</translation>
    </message>
    <message>
        <source>Others may look into %1, and that could not be changed: %2</source>
        <translation>다른 사용자가 %1을(를) 볼 수 있으며, 이를 바꾸지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The folder of the stored blobs, %1, is away</source>
        <translation>저장된 블롭의 폴더 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>minute must be 0-59, not %1</source>
        <translation>분은 0-59여야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>hour must be 0-23, not %1</source>
        <translation>시는 0-23이어야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>day of month must be 1-31, not %1</source>
        <translation>일은 1-31이어야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>month must be 1-12 or JAN-DEC, not %1</source>
        <translation>월은 1-12 또는 JAN-DEC여야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>day of week must be 0-6 or SUN-SAT, not %1</source>
        <translation>요일은 0-6 또는 SUN-SAT여야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>Ranges are not taken in the day fields: write %1 instead of %2</source>
        <translation>일과 요일에는 범위를 쓸 수 없습니다. %2 대신 %1을(를) 입력하세요</translation>
    </message>
    <message>
        <source>A schedule has five fields: minute, hour, day of month, month, day of week; this one has %1</source>
        <translation>일정은 분, 시, 일, 월, 요일의 다섯 필드로 이루어집니다. 입력한 일정은 %1개입니다</translation>
    </message>
    <message>
        <source>The day %1 of the month %2 never comes</source>
        <translation>%2월에는 %1일이 없습니다</translation>
    </message>
    <message>
        <source>%1 sends this request around in circles</source>
        <translation>%1 서버가 이 요청을 계속 되돌려 보냅니다</translation>
    </message>
    <message>
        <source>%1 wants this to be sent to %2, which is another server. Berth sends nothing there; ask whoever runs %1</source>
        <translation>%1 서버가 이것을 다른 서버인 %2(으)로 보내라고 합니다. Berth는 그곳으로 아무것도 보내지 않습니다. %1 서버의 관리자에게 문의하세요</translation>
    </message>
    <message>
        <source>%1 sends this request on to an address that is none</source>
        <translation>%1 서버가 이 요청을 올바르지 않은 주소로 넘깁니다</translation>
    </message>
    <message>
        <source>%1 sends this request on to %2, which is not encrypted. Berth does not follow there</source>
        <translation>%1 서버가 이 요청을 암호화되지 않은 %2(으)로 넘깁니다. Berth는 따라가지 않습니다</translation>
    </message>
    <message>
        <source>The server asks for a user name and a password, and this connection has none.</source>
        <translation>서버에 사용자 이름과 비밀번호가 필요한데 이 연결에는 없습니다.</translation>
    </message>
    <message>
        <source>The server asks for a kind of sign-in that Berth does not know.</source>
        <translation>서버가 Berth에서 지원하지 않는 로그인 방식을 요구합니다.</translation>
    </message>
    <message>
        <source>The server sends the sign-in to another address without TLS.</source>
        <translation>서버가 로그인 요청을 TLS가 없는 다른 주소로 보냅니다.</translation>
    </message>
    <message>
        <source>Signing in failed: %1</source>
        <translation>로그인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The token service gave no token.</source>
        <translation>토큰 서비스에서 토큰을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no registry %1 on the server.</source>
        <translation>서버에 %1 레지스트리가 없습니다.</translation>
    </message>
    <message>
        <source>The server tells no number of the registry %1, so it cannot be named safely.</source>
        <translation>서버가 %1 레지스트리의 번호를 알려 주지 않아 안전하게 지정할 수 없습니다.</translation>
    </message>
    <message>
        <source>The server answered HTTP %1 with nothing in it.</source>
        <translation>서버가 내용 없이 HTTP %1 코드로 응답했습니다.</translation>
    </message>
    <message>
        <source>A gateway answered instead of the server: HTTP %1 with a web page.</source>
        <translation>서버 대신 게이트웨이가 HTTP %1 코드와 웹 페이지로 응답했습니다.</translation>
    </message>
    <message>
        <source>The server answered HTTP %1 with something that is not JSON.</source>
        <translation>서버가 HTTP %1 코드와 JSON이 아닌 내용으로 응답했습니다.</translation>
    </message>
    <message>
        <source>The server answered with something that NCR&apos;s API does not say.</source>
        <translation>서버가 NCR API에 없는 내용으로 응답했습니다.</translation>
    </message>
    <message>
        <source>The server refused with the code %1.</source>
        <translation>서버가 요청을 거부했습니다(코드 %1).</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1 (코드 %2)</translation>
    </message>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation>서버가 HTTP %1 코드로 응답했습니다.</translation>
    </message>
    <message>
        <source>This server does not delete artifacts. Deleting must be switched on in its settings.</source>
        <translation>이 서버에서는 아티팩트를 삭제할 수 없습니다. 서버 설정에서 삭제를 허용해야 합니다.</translation>
    </message>
    <message>
        <source>The tag %1 exists already. Creating a tag never moves one.</source>
        <translation>%1 태그가 이미 있습니다. 태그를 생성할 때 이미 있는 태그는 옮기지 않습니다.</translation>
    </message>
    <message>
        <source>This server cannot delete a tag by itself. Deleting the artifact takes all its tags along.</source>
        <translation>이 서버에서는 태그만 따로 삭제할 수 없습니다. 아티팩트를 삭제하면 모든 태그가 함께 삭제됩니다.</translation>
    </message>
    <message>
        <source>This server cannot delete a tag by itself. Delete its artifact instead.</source>
        <translation>이 서버에서는 태그만 따로 삭제할 수 없습니다. 태그 대신 아티팩트를 삭제하세요.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1.</source>
        <translation>%1 주소에서 연결을 받는 서버가 없습니다.</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation>%1 이름의 주소를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 서버가 제시간에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation>%1 서버에 안전하게 연결할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation>%1 서버의 인증서를 신뢰할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Refresh to see whether it was done.</source>
        <translation>%1 서버가 응답하지 않고 연결을 닫았습니다. 새로 고침하여 작업이 완료되었는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 서버에서 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation>%1 서버에 연결하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than Berth takes.</source>
        <translation>%1 서버의 응답이 Berth에서 받을 수 있는 크기를 넘습니다.</translation>
    </message>
    <message>
        <source>Asking for a layer failed: %1</source>
        <translation>레이어를 조회하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The server did not accept the upload: %1</source>
        <translation>서버가 업로드를 받지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The server refused a layer: %1</source>
        <translation>서버가 레이어를 거부했습니다: %1</translation>
    </message>
    <message>
        <source>The server refused the image: %1</source>
        <translation>서버가 이미지를 거부했습니다: %1</translation>
    </message>
    <message>
        <source>The manifest could not be read: %1</source>
        <translation>매니페스트를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Asking for a tag failed: %1</source>
        <translation>태그를 조회하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The blob could not be read: %1</source>
        <translation>블롭을 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The server sent something else than the blob %1.</source>
        <translation>서버가 ‘%1’ 블롭이 아닌 다른 내용을 보냈습니다.</translation>
    </message>
    <message>
        <source>The server did not list its content: %1</source>
        <translation>서버의 목록을 불러오지 못했습니다: %1</translation>
    </message>
    <message>
        <source>%1 does not list its images. Type an image’s name to open it.</source>
        <translation>%1 서버는 이미지 목록을 제공하지 않습니다. 이미지 이름을 입력해서 여세요.</translation>
    </message>
    <message>
        <source>The server did not delete it: %1</source>
        <translation>서버에서 삭제하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>This is no container registry: %1</source>
        <translation>컨테이너 레지스트리가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The server cannot serve now: %1</source>
        <translation>서버가 지금은 요청을 처리할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>What is to be sent to %1 cannot be read from its beginning</source>
        <translation>%1 서버로 보낼 내용을 처음부터 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The connection was closed meanwhile.</source>
        <translation>그사이 연결이 닫혔습니다.</translation>
    </message>
    <message>
        <source>This Berth does not know servers of the kind “%1”. The connection is kept as it is; a newer Berth opens it.</source>
        <translation>이 버전의 Berth는 “%1” 종류의 서버를 모릅니다. 연결은 그대로 보관되며, 더 새로운 Berth에서 열 수 있습니다.</translation>
    </message>
    <message>
        <source>The connection that it goes through was removed.</source>
        <translation>이 작업이 쓰던 연결이 제거되었습니다.</translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it, then try again.</source>
        <translation>%1 연결이 끊겨 있습니다. 연결한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The image is not found in the file any more. Import it again</source>
        <translation>파일에서 이미지를 더 이상 찾을 수 없습니다. 다시 가져오세요</translation>
    </message>
    <message>
        <source>The proxy %1 looks the name up.</source>
        <translation>%1 프록시에서 이름의 주소를 찾습니다.</translation>
    </message>
    <message>
        <source>%1 is an address already.</source>
        <translation>%1 값이 IP 주소이므로 찾을 필요가 없습니다.</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved. Check its spelling, and whether this network knows it.</source>
        <translation>%1 이름의 주소를 찾을 수 없습니다. 이름에 오타가 없는지, 이 네트워크에서 쓸 수 있는 이름인지 확인하세요.</translation>
    </message>
    <message>
        <source>No secure connection: %1. If the server speaks plain HTTP, write http:// before its address.</source>
        <translation>안전하게 연결할 수 없습니다(%1). 일반 HTTP 서버이면 주소 앞에 http:// 표기를 붙이세요.</translation>
    </message>
    <message>
        <source>The proxy %1 did not make the connection: %2.</source>
        <translation>‘%1’ 프록시로 연결하지 못했습니다: %2.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at port %1. Is the server running, and is the port right?</source>
        <translation>포트 %1번에서 연결을 받는 서버가 없습니다. 서버가 실행 중이고 포트가 맞습니까?</translation>
    </message>
    <message>
        <source>Port %1 could not be reached: %2. A firewall or a VPN may be in the way.</source>
        <translation>포트 %1번에 연결하지 못했습니다(%2). 방화벽이나 VPN이 막고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Port %1 did not answer within 10 seconds. A firewall or a VPN may be in the way.</source>
        <translation>포트 %1번에서 10초 안에 응답이 없었습니다. 방화벽이나 VPN이 막고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Plain HTTP: what is sent can be read on the way.</source>
        <translation>일반 HTTP이므로 전송하는 내용을 다른 사람이 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The server did not answer within 10 seconds. If it speaks plain HTTP, write http:// before its address.</source>
        <translation>서버가 10초 안에 응답하지 않았습니다. 일반 HTTP를 쓰는 서버라면 주소 앞에 http:// 표시를 붙이세요.</translation>
    </message>
    <message>
        <source>The certificate is not trusted: %1.</source>
        <translation>신뢰할 수 없는 인증서입니다(%1).</translation>
    </message>
    <message>
        <source>Certificate valid until %1.</source>
        <translation>인증서는 %1까지 유효합니다.</translation>
    </message>
    <message>
        <source>The server wants an access key or a user name, and none is given.</source>
        <translation>서버에 액세스 키나 사용자 이름이 필요한데 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>The server lets anyone in.</source>
        <translation>누구나 접속할 수 있는 서버입니다.</translation>
    </message>
    <message>
        <source>The server does not know this access key, or its secret is another one.</source>
        <translation>서버에 없는 액세스 키이거나 비밀 키가 다릅니다.</translation>
    </message>
    <message>
        <source>The number of artifacts must be 0-32766, not %1</source>
        <translation>아티팩트 개수는 0-32766이어야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>The number of days must be 0-36500, not %1</source>
        <translation>일수는 0-36500이어야 합니다(입력값: %1)</translation>
    </message>
    <message>
        <source>A pattern has 1024 bytes at most; this one has %1</source>
        <translation>패턴은 최대 1024바이트입니다. 이 패턴은 %1바이트입니다</translation>
    </message>
    <message>
        <source>The pattern %1 nests too many { into one another at character %2</source>
        <translation>패턴 %1의 %2번째 문자에서 {가 너무 많이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>The pattern %1 opens a { at character %2 and does not close it</source>
        <translation>패턴 %1의 %2번째 문자에 있는 {가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>The pattern %1 has a \ at character %2 with nothing after it</source>
        <translation>패턴 %1의 %2번째 문자에 있는 \ 뒤에 아무것도 없습니다</translation>
    </message>
    <message>
        <source>The pattern %1 opens a [ at character %2 and does not close it</source>
        <translation>패턴 %1의 %2번째 문자에 있는 [가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>The pattern %1 has an empty set at character %2</source>
        <translation>패턴 %1의 %2번째 문자에 빈 문자 집합이 있습니다</translation>
    </message>
    <message>
        <source>The pattern %1 has a - at character %2 that is no range: write \- for the character</source>
        <translation>패턴 %1의 %2번째 문자에 있는 -는 범위가 아닙니다. 문자 -는 \-로 쓰세요</translation>
    </message>
    <message>
        <source>There is a file of this name now that was not there before. Export again to replace it</source>
        <translation>이전에 없던 같은 이름의 파일이 있습니다. 바꾸려면 다시 내보내세요</translation>
    </message>
    <message>
        <source>The policy&apos;s %1 is to be %2</source>
        <translation>정책의 %1 항목은 %2 형식이어야 합니다</translation>
    </message>
    <message>
        <source>A policy is an object</source>
        <translation>정책은 객체여야 합니다</translation>
    </message>
    <message>
        <source>The address of a webhook is a whole one, as in https://example.com/hook</source>
        <translation>웹훅 주소는 https://example.com/hook 형식의 전체 주소여야 합니다</translation>
    </message>
    <message>
        <source>The address of a webhook begins with http:// or https://</source>
        <translation>웹훅 주소는 http:// 또는 https:// 표기로 시작해야 합니다</translation>
    </message>
    <message>
        <source>The address of a webhook holds no name and password; use the authentication header</source>
        <translation>웹훅 주소에는 이름과 비밀번호를 넣을 수 없습니다. 인증 헤더를 사용하세요</translation>
    </message>
    <message>
        <source>There is no port %1</source>
        <translation>%1번 포트는 없습니다</translation>
    </message>
    <message>
        <source>A webhook may go to port 80, 88, 443 or 8443, not to %1</source>
        <translation>웹훅은 80, 88, 443, 8443번 포트로만 보낼 수 있습니다(입력값: %1)</translation>
    </message>
    <message>
        <source>The authentication header is one line</source>
        <translation>인증 헤더는 한 줄이어야 합니다</translation>
    </message>
    <message>
        <source>Slack has a form of its own: a payload format is for HTTP alone</source>
        <translation>Slack은 고유한 형식을 사용하므로 페이로드 형식은 HTTP에만 지정할 수 있습니다</translation>
    </message>
    <message>
        <source>The name of a webhook is one line of at most 128 characters</source>
        <translation>웹훅 이름은 128자 이하의 한 줄이어야 합니다</translation>
    </message>
    <message>
        <source>A webhook tells of one event at least: PUSH_ARTIFACT, PULL_ARTIFACT or DELETE_ARTIFACT</source>
        <translation>웹훅에는 PUSH_ARTIFACT, PULL_ARTIFACT, DELETE_ARTIFACT 중 하나 이상의 이벤트가 필요합니다</translation>
    </message>
    <message>
        <source>There is no event %1; there are PUSH_ARTIFACT, PULL_ARTIFACT and DELETE_ARTIFACT</source>
        <translation>%1 이벤트는 없습니다. PUSH_ARTIFACT, PULL_ARTIFACT, DELETE_ARTIFACT 이벤트가 있습니다</translation>
    </message>
    <message>
        <source>A webhook has one target at least and 10 at most</source>
        <translation>웹훅의 대상은 1개 이상 10개 이하여야 합니다</translation>
    </message>
    <message>
        <source>%1 leads to %2, where this server sends nothing</source>
        <translation>%1 주소는 이 서버가 보내지 않는 %2(으)로 연결됩니다</translation>
    </message>
    <message>
        <source>The server has a cleanup policy of a kind that is not known here (number %1).</source>
        <translation>이 프로그램이 모르는 종류의 정리 정책이 서버에 있습니다(번호 %1).</translation>
    </message>
    <message>
        <source>The file is too large to be one of policies.</source>
        <translation>정책 파일로 보기에는 파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>This is no file of policies.</source>
        <translation>정책 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file is of version %1 and was made by a newer Berth.</source>
        <translation>이 파일은 버전 %1로, 더 새로운 Berth에서 만들어졌습니다.</translation>
    </message>
    <message>
        <source>The schedule in the file is no text.</source>
        <translation>파일의 정리 주기가 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The file has more policies of a kind than the 15 that a registry may have.</source>
        <translation>파일에 있는 같은 종류의 정책이 레지스트리의 한도인 15개보다 많습니다.</translation>
    </message>
    <message>
        <source>Two policies in the file say the same.</source>
        <translation>파일에 같은 내용의 정책이 두 개 있습니다.</translation>
    </message>
</context>
<context>
    <name>Features</name>
    <message>
        <source>Storage</source>
        <translation>저장 공간</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>액세스 키</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>사용자와 역할</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>서버 설정</translation>
    </message>
    <message>
        <source>Pulling without a key, the disk that stays free, the trash, verifying.</source>
        <translation>키 없이 Pull, 비워 둘 디스크, 휴지통, 데이터 검사입니다.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>History</source>
        <translation>히스토리</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>이미지 정리</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>이미지 보호</translation>
    </message>
</context>
<context>
    <name>LoginStart</name>
    <message>
        <source>%1 could not be removed: %2</source>
        <translation>‘%1’ 파일을 삭제할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>‘%1’ 파일을 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>This system has no way to start Berth that it knows. Add it to the programs that start with your session.</source>
        <translation>이 시스템에서 Berth를 자동으로 시작하는 방법을 알 수 없습니다. 로그인할 때 시작되는 프로그램에 직접 추가하세요.</translation>
    </message>
</context>
<context>
    <name>PolicyExchange</name>
    <message>
        <source>Policies (*.json)</source>
        <translation>정책 (*.json)</translation>
    </message>
    <message>
        <source>The policies could not be exported</source>
        <translation>정책을 내보낼 수 없습니다</translation>
    </message>
    <message>
        <source>The policies of %1 could not be read</source>
        <translation>%1의 정책을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the registry %1</source>
        <translation>레지스트리 %1</translation>
    </message>
    <message>
        <source>The file could not be used</source>
        <translation>파일을 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>파일 %1</translation>
    </message>
    <message>
        <source>the file %1, which was made of the registry %2</source>
        <translation>레지스트리 %2에서 만든 파일 %1</translation>
    </message>
    <message>
        <source>Export policies…</source>
        <translation>정책 내보내기…</translation>
    </message>
    <message>
        <source>Export the policies of %1</source>
        <translation>%1의 정책 내보내기</translation>
    </message>
    <message>
        <source>Apply a file…</source>
        <translation>파일 적용…</translation>
    </message>
    <message>
        <source>Apply policies to %1</source>
        <translation>%1에 정책 적용</translation>
    </message>
    <message>
        <source>Take over from</source>
        <translation>다른 레지스트리에서 가져오기</translation>
    </message>
</context>
<context>
    <name>PolicySentence</name>
    <message>
        <source>%1 or %2</source>
        <comment>patterns</comment>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patterns</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>없는 이미지</translation>
    </message>
    <message>
        <source>all images</source>
        <translation>전체 이미지</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>all images, patterns</comment>
        <translation>%2 외의 %1</translation>
    </message>
    <message>
        <source>tagged or not</source>
        <translation>전체 아티팩트(태그 없음 포함)</translation>
    </message>
    <message>
        <source>with any tag</source>
        <translation>태그가 있는 아티팩트</translation>
    </message>
    <message>
        <source>of those that nothing can match</source>
        <translation>해당 없는 아티팩트</translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation>태그가 없는 아티팩트</translation>
    </message>
    <message>
        <source>with a tag other than %1</source>
        <translation>태그가 %1 외인 아티팩트</translation>
    </message>
    <message>
        <source>with a tag other than %1 or without a tag</source>
        <translation>태그가 %1 외인 아티팩트(태그 없음 포함)</translation>
    </message>
    <message>
        <source>tagged %1 or without a tag</source>
        <translation>태그가 %1인 아티팩트(태그 없음 포함)</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>태그가 %1인 아티팩트</translation>
    </message>
    <message>
        <source>with a tag like %1 or without a tag</source>
        <translation>태그가 %1 형식인 아티팩트(태그 없음 포함)</translation>
    </message>
    <message>
        <source>with a tag like %1</source>
        <translation>태그가 %1 형식인 아티팩트</translation>
    </message>
    <message>
        <source>all artifacts</source>
        <translation>모두</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts pushed last</source>
        <translation>
            <numerusform>최근 Push한 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts pulled last</source>
        <translation>
            <numerusform>최근 Pull한 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pushed within %n days</source>
        <translation>
            <numerusform>%n일 이내에 Push한</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pulled within %n days</source>
        <translation>
            <numerusform>%n일 이내에 Pull한</numerusform>
        </translation>
    </message>
    <message>
        <source>a policy keeps it</source>
        <translation>정책으로 유지</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>정책 %1</translation>
    </message>
    <message>
        <source>%1, all of these</source>
        <comment>policy 3</comment>
        <translation>%1, 해당 아티팩트 모두</translation>
    </message>
    <message numerus="yes">
        <source>%1, of the %n pushed last</source>
        <comment>policy 3</comment>
        <translation>
            <numerusform>%1, 최근 Push한 %n개 중 하나</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, of the %n pulled last</source>
        <comment>policy 3</comment>
        <translation>
            <numerusform>%1, 최근 Pull한 %n개 중 하나</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, pushed %2</source>
        <comment>policy 3, date</comment>
        <translation>%1, %2에 Push</translation>
    </message>
    <message>
        <source>%1, pulled %2</source>
        <comment>policy 3, date</comment>
        <translation>%1, %2에 Pull</translation>
    </message>
    <message>
        <source>In %1, keep %2 %3</source>
        <comment>images, all artifacts, tagged or not</comment>
        <translation>%1에서 %3 %2 제외하고 정리</translation>
    </message>
    <message>
        <source>In %1, keep the %2 %3</source>
        <comment>images, 3 artifacts pushed last, tagged or not</comment>
        <translation>%1에서 %3 중 %2 제외하고 정리</translation>
    </message>
    <message>
        <source>In %1, keep artifacts %2 %3</source>
        <comment>images, pulled within 3 days, tagged or not</comment>
        <translation>%1에서 %2 %3 제외하고 정리</translation>
    </message>
    <message>
        <source>artifacts without a tag</source>
        <translation>태그가 없는 아티팩트</translation>
    </message>
    <message>
        <source>all tags</source>
        <translation>전체 태그</translation>
    </message>
    <message>
        <source>In %1, %2 cannot be changed or deleted</source>
        <comment>images, all tags</comment>
        <translation>%1에서 %2 보호</translation>
    </message>
    <message>
        <source>In %1, tags other than %2, and what has no tag, cannot be changed or deleted</source>
        <comment>images, patterns</comment>
        <translation>%1에서 %2 외의 태그와 태그가 없는 아티팩트 보호</translation>
    </message>
    <message>
        <source>In %1, the tag %2 cannot be changed or deleted</source>
        <comment>images, names</comment>
        <translation>%1에서 태그가 %2인 아티팩트 보호</translation>
    </message>
    <message>
        <source>In %1, tags like %2 cannot be changed or deleted</source>
        <comment>images, patterns</comment>
        <translation>%1에서 태그가 %2 형식인 아티팩트 보호</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>보호됨</translation>
    </message>
    <message>
        <source>protected by “%1”</source>
        <translation>‘%1’ 정책으로 보호</translation>
    </message>
    <message>
        <source>the server could not delete it</source>
        <translation>서버가 삭제하지 못했습니다</translation>
    </message>
    <message>
        <source>it was gone already</source>
        <translation>이미 없었습니다</translation>
    </message>
    <message>
        <source>no policy keeps it, untagged</source>
        <translation>유지하는 정책 없음, 태그 없음</translation>
    </message>
    <message>
        <source>no policy keeps it, untagged, never pulled</source>
        <translation>유지하는 정책 없음, 태그 없음, Pull한 적 없음</translation>
    </message>
    <message>
        <source>no policy keeps it, last pulled %1</source>
        <translation>유지하는 정책 없음, 마지막 Pull %1</translation>
    </message>
    <message>
        <source>no policy keeps it, never pulled</source>
        <translation>유지하는 정책 없음, Pull한 적 없음</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>유지됨: %1</translation>
    </message>
    <message>
        <source>Keep: %1</source>
        <translation>유지: %1</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>삭제 안 됨: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>이미 없음: %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>삭제됨: %1</translation>
    </message>
    <message>
        <source>Delete: %1</source>
        <translation>삭제: %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>size</comment>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>size</comment>
        <translation>최소 %1</translation>
    </message>
    <message>
        <source>frees %1</source>
        <comment>size, up to a size</comment>
        <translation>%1 확보</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>멤버</translation>
    </message>
    <message>
        <source>Image uploader</source>
        <translation>이미지 업로더</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>역할 없음</translation>
    </message>
    <message>
        <source>does everything</source>
        <translation>모든 작업 가능</translation>
    </message>
    <message>
        <source>looks and pulls, does not push or delete</source>
        <translation>조회와 Pull 가능, Push와 삭제 불가</translation>
    </message>
    <message>
        <source>looks and pushes, does not pull or delete</source>
        <translation>조회와 Push 가능, Pull과 삭제 불가</translation>
    </message>
    <message>
        <source>sees nothing</source>
        <translation>조회 불가</translation>
    </message>
    <message>
        <source>All registries</source>
        <translation>모든 레지스트리</translation>
    </message>
    <message>
        <source>As its user</source>
        <translation>사용자와 동일</translation>
    </message>
    <message>
        <source>As its user, %1</source>
        <comment>registries</comment>
        <translation>사용자와 동일, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>role, registries</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>all registries</source>
        <translation>모든 레지스트리</translation>
    </message>
</context>
<context>
    <name>SessionProblem</name>
    <message>
        <source>Is the network there, and the VPN if the server needs one?</source>
        <translation>네트워크와 (필요한 경우) VPN이 연결되어 있습니까?</translation>
    </message>
    <message>
        <source>Is the address right, and the server running?</source>
        <translation>주소가 맞고 서버가 실행 중입니까?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>연결 수정…</translation>
    </message>
    <message>
        <source>Enter the access key again. Secrets are shown once when they are made; a lost one is made anew.</source>
        <translation>액세스 키를 다시 입력하세요. 비밀 키는 생성할 때 한 번만 표시되므로 잃어버렸으면 새로 생성하세요.</translation>
    </message>
    <message>
        <source>You are signed in, but your role does not allow it: %1</source>
        <translation>로그인했지만 현재 권한으로는 할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Ask an administrator of the server for the rights, or connect with another access key.</source>
        <translation>서버 관리자에게 권한을 요청하거나 다른 액세스 키로 연결하세요.</translation>
    </message>
    <message>
        <source>The server asks to wait. Retry in a minute.</source>
        <translation>서버가 잠시 기다리도록 요청했습니다. 1분 뒤에 다시 시도하세요.</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 서버에 연결되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation>키링의 응답을 기다리고 있습니다</translation>
    </message>
    <message>
        <source>Berth connects as soon as the key is there. If the system shows a window, enter your password in it.</source>
        <translation>키를 받는 대로 연결합니다. 시스템 창이 나타나면 그 창에 비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>The registries of %1 could not be loaded</source>
        <translation>%1 연결의 레지스트리를 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>키링이 잠겨 있습니다</translation>
    </message>
    <message>
        <source>The key of %1 is in the keyring and untouched. Berth connects once the keyring is open.</source>
        <translation>%1 연결의 키는 키링에 그대로 있습니다. 키링이 열리면 연결합니다.</translation>
    </message>
    <message>
        <source>Unlock the keyring with your system&apos;s password program, or by signing in again.</source>
        <translation>시스템의 비밀번호 프로그램으로 키링의 잠금을 해제하거나 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The keyring stayed locked</source>
        <translation>키링이 잠긴 채로 있습니다</translation>
    </message>
    <message>
        <source>Its window was closed without a password, so there is no key for %1 yet. Nothing is lost.</source>
        <translation>키링 창이 비밀번호 없이 닫혀 %1 연결의 키를 아직 받지 못했습니다. 잃은 데이터는 없습니다.</translation>
    </message>
    <message>
        <source>There is no keyring service</source>
        <translation>키링 서비스가 없습니다</translation>
    </message>
    <message>
        <source>Berth keeps secrets in the system&apos;s keyring only, and no keyring service answers in this session.</source>
        <translation>Berth는 비밀 정보를 시스템 키링에만 보관하는데, 이 세션에서 응답하는 키링이 없습니다.</translation>
    </message>
    <message>
        <source>Install and start one, for example gnome-keyring or KWallet, then retry.</source>
        <translation>키링 서비스를 설치하고 시작한 다음(예: gnome-keyring, KWallet) 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Or enter the key again: it is kept in memory and forgotten at the end of this run.</source>
        <translation>또는 키를 다시 입력하세요. 입력한 키는 메모리에만 보관되고 이번 실행이 끝나면 없어집니다.</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>키 입력…</translation>
    </message>
    <message>
        <source>The key of %1 is missing</source>
        <translation>%1 연결의 키가 없습니다</translation>
    </message>
    <message>
        <source>The keyring is open and has no key for this connection.</source>
        <translation>키링은 열려 있지만 이 연결의 키가 없습니다.</translation>
    </message>
    <message>
        <source>If the key is in another keyring, open that one and retry.</source>
        <translation>키가 다른 키링에 있으면 그 키링을 열고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Otherwise enter it again.</source>
        <translation>다른 키링에 없으면 키를 다시 입력하세요.</translation>
    </message>
    <message>
        <source>The keyring could not be used</source>
        <translation>키링을 사용하지 못했습니다</translation>
    </message>
    <message>
        <source>The key of this registry is needed</source>
        <translation>이 레지스트리의 키가 필요합니다</translation>
    </message>
    <message>
        <source>Another program serves your local registry, and the key that Berth has does not fit it.</source>
        <translation>다른 프로그램이 로컬 레지스트리를 제공하고 있는데, Berth에 있는 키가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s key: berthd printed it when it made the data folder.</source>
        <translation>관리자 키를 입력하세요. berthd에서 데이터 폴더를 만들 때 출력한 키입니다.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Berth</source>
        <translation>%1 연결은 더 새로운 Berth에서 만들어졌습니다</translation>
    </message>
</context>
<context>
    <name>TransferWords</name>
    <message>
        <source>to %1</source>
        <translation>대상: %1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>전송 중</translation>
    </message>
    <message>
        <source>Sending, %1/s</source>
        <translation>전송 중, %1/s</translation>
    </message>
    <message>
        <source>Goes on after the last whole layer</source>
        <translation>마지막으로 완료된 레이어 다음부터 이어집니다</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 전송</translation>
    </message>
    <message>
        <source>%1 sent, %2 was there</source>
        <translation>%1 전송, %2 이미 있음</translation>
    </message>
    <message>
        <source>No tag was written</source>
        <translation>태그가 생성되지 않았습니다</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>저장 위치: %1</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>받는 중</translation>
    </message>
    <message>
        <source>Fetching, %1/s</source>
        <translation>받는 중, %1/s</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>처음부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>%1 written and checked</source>
        <translation>%1 저장 및 확인 완료</translation>
    </message>
    <message>
        <source>No file was written</source>
        <translation>파일이 생성되지 않았습니다</translation>
    </message>
</context>
<context>
    <name>berth::ArtifactContent</name>
    <message>
        <source>The connection was closed meanwhile.</source>
        <translation>그사이 연결이 닫혔습니다.</translation>
    </message>
</context>
<context>
    <name>berth::ArtifactTreeModel</name>
    <message>
        <source>Artifact %1</source>
        <translation>아티팩트 %1</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>태그 없음</translation>
    </message>
    <message>
        <source>Tags %1</source>
        <translation>태그 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n platforms</source>
        <translation>
            <numerusform>플랫폼 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Platform %1</source>
        <translation>플랫폼 %1</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Push 일시</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Pull 일시</translation>
    </message>
</context>
<context>
    <name>berth::Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>berth::Breadcrumb</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>(no registry)</source>
        <translation>(레지스트리 없음)</translation>
    </message>
</context>
<context>
    <name>berth::BrowsePane</name>
    <message>
        <source>Create registry</source>
        <translation>레지스트리 생성</translation>
    </message>
    <message>
        <source>A registry holds images; its name is the first part of theirs.</source>
        <translation>레지스트리에는 이미지가 저장됩니다. 레지스트리 이름은 이미지 이름의 첫 부분이 됩니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>a–z, 0–9 and single . _ - between them. Images get the address %1/&lt;name&gt;/…</source>
        <translation>a–z, 0–9와 그 사이의 . _ - 한 글자. 이미지 주소는 %1/&lt;이름&gt;/… 형식</translation>
    </message>
    <message>
        <source>The list could not be refreshed</source>
        <translation>목록을 새로 고치지 못했습니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>%1 no longer exists</source>
        <translation>‘%1’ 항목이 더 이상 없습니다</translation>
    </message>
    <message>
        <source>It was deleted, or its name has changed.</source>
        <translation>삭제되었거나 이름이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The images of %1 could not be loaded</source>
        <translation>%1 레지스트리의 이미지를 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>The artifacts of %1 could not be loaded</source>
        <translation>%1 이미지의 아티팩트를 불러오지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>The key of %1 was entered %n days ago</source>
        <translation>
            <numerusform>‘%1’ 연결의 키를 입력한 지 %n일이 지났습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes on working. The advice is a new key every 90 days: make one where this one was made, then enter it here.</source>
        <translation>키는 계속 쓸 수 있지만 90일마다 새 키로 바꾸는 것이 좋습니다. 키를 만든 곳에서 새 키를 만든 뒤 여기에 입력하세요.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>The rest of the list could not be loaded</source>
        <translation>목록의 나머지를 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation>모두 복원하지는 못했습니다</translation>
    </message>
    <message>
        <source>%1. What is left lies in the trash, where it can get another name.</source>
        <translation>%1. 남은 것은 휴지통에 있으며, 거기서 다른 이름으로 복원할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>berth::CertificateCard</name>
    <message>
        <source>What the server showed</source>
        <translation>서버가 제시한 인증서</translation>
    </message>
    <message>
        <source>signed by itself</source>
        <translation>자체 서명</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>서명: %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>%1 만료됨</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>%1까지 유효</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint %1</source>
        <translation>SHA-256 지문 %1</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the server&apos;s administrator tells you. Trust holds for this connection only.</source>
        <translation>서버 관리자가 알려 준 지문과 같은지 확인하세요. 신뢰는 이 연결에만 적용됩니다.</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>이 인증서 신뢰</translation>
    </message>
    <message>
        <source>Trust the authority %1</source>
        <translation>%1 인증 기관 신뢰</translation>
    </message>
</context>
<context>
    <name>berth::CleanupDialog</name>
    <message>
        <source>Images that</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Tags that</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Untagged artifacts, too</source>
        <translation>태그 없는 아티팩트 포함</translation>
    </message>
    <message>
        <source>Of these, keep</source>
        <translation>이 중 유지할 아티팩트</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>정책 내용</translation>
    </message>
    <message>
        <source>Edit cleanup policy</source>
        <translation>정리 정책 편집</translation>
    </message>
    <message>
        <source>Add cleanup policy</source>
        <translation>정리 정책 추가</translation>
    </message>
    <message>
        <source>Say what to keep in %1. In the images named here, whatever no policy keeps is deleted.</source>
        <translation>%1에서 유지할 아티팩트를 정하세요. 지정한 이미지에서 어느 정책으로도 제외되지 않은 아티팩트는 삭제됩니다.</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>정책 저장</translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation>정책 추가</translation>
    </message>
    <message>
        <source>those pushed last</source>
        <translation>최근 Push한 것</translation>
    </message>
    <message>
        <source>those pulled last</source>
        <translation>최근 Pull한 것</translation>
    </message>
    <message>
        <source>those pushed within</source>
        <translation>다음 기간 내에 Push한 것</translation>
    </message>
    <message>
        <source>those pulled within</source>
        <translation>다음 기간 내에 Pull한 것</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>해당 아티팩트 모두</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Type how many days, from 0 to %1.</source>
        <translation>0에서 %1까지의 일수를 입력하세요.</translation>
    </message>
    <message>
        <source>Type how many to keep, from 0 to %1.</source>
        <translation>유지할 개수를 0에서 %1까지 입력하세요.</translation>
    </message>
    <message>
        <source>Policy %1 says the same</source>
        <translation>정책 %1과 내용이 같습니다</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>artifacts of each image</source>
        <translation>개(이미지마다)</translation>
    </message>
    <message>
        <source>Artifacts without a tag, too</source>
        <translation>태그가 없는 아티팩트도</translation>
    </message>
    <message numerus="yes">
        <source>%n fields need a value</source>
        <translation>
            <numerusform>값이 필요한 필드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>With what was complete last: %1</source>
        <translation>마지막으로 완성된 값 기준: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n images match</source>
        <translation>
            <numerusform>이미지 %n개 일치</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n images match</source>
        <translation>
            <numerusform>이미지 %n개 모두 일치</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n images match</source>
        <translation>
            <numerusform>이미지 %n개 중 %1개 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>No artifact is chosen by this</source>
        <translation>해당하는 아티팩트가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts are chosen</source>
        <translation>
            <numerusform>아티팩트 %n개 중 %1개 해당</numerusform>
        </translation>
    </message>
    <message>
        <source>at the next run</source>
        <translation>다음 실행 때</translation>
    </message>
    <message>
        <source>at the next run, %1</source>
        <translation>다음 실행(%1) 때</translation>
    </message>
    <message>
        <source>These policies delete everything that is not protected</source>
        <translation>이 정책들은 보호되지 않은 모든 아티팩트를 삭제합니다</translation>
    </message>
    <message>
        <source>These policies delete everything</source>
        <translation>이 정책들은 모든 아티팩트를 삭제합니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts go %2.</source>
        <translation>
            <numerusform>아티팩트 %n개 중 %1개가 %2 삭제됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts that go were never pulled</source>
        <translation>
            <numerusform>삭제될 아티팩트 중 %n개는 Pull한 적이 없습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>A policy that looks at pulls does not keep what nobody has pulled yet, however new it is.</source>
        <translation>Pull을 기준으로 하는 정책은 아무리 새로워도 아직 Pull하지 않은 아티팩트를 유지하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>I want to delete %n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개를 삭제합니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protection policy %1 (%2) shields %n artifacts that would go.</source>
        <translation>
            <numerusform>보호 정책 %1(%2)이 삭제될 아티팩트 %n개를 보호합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This policy keeps nothing that another one does not keep already.</source>
        <translation>다른 정책이 이미 유지하는 아티팩트 외에 이 정책이 더 유지하는 것은 없습니다.</translation>
    </message>
    <message>
        <source>It is disabled; the preview shows it enabled.</source>
        <translation>비활성화된 정책입니다. 미리 보기는 활성화한 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation>정책을 저장하지 않았습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n of them were never pulled.</source>
        <translation>
            <numerusform>그중 %n개는 Pull한 적이 없습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::CleanupHistory</name>
    <message>
        <source>The history could not be read</source>
        <translation>히스토리를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="vanished">정리 주기</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>아직 실행하지 않았습니다</translation>
    </message>
    <message>
        <source>A test run says what would go, without deleting anything.</source>
        <translation>테스트 실행은 아무것도 삭제하지 않고 삭제될 아티팩트를 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>berth::CleanupPage</name>
    <message>
        <source>Policy settings</source>
        <translation>정책 설정</translation>
    </message>
    <message>
        <source>History</source>
        <translation>히스토리 조회</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Cleanup policies</source>
        <translation>정리 정책</translation>
    </message>
    <message>
        <source>Shares of what stays and goes</source>
        <translation>유지와 삭제의 비율</translation>
    </message>
    <message>
        <source>Add cleanup policy…</source>
        <translation>정리 정책 추가…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>수정…</translation>
    </message>
    <message>
        <source>Delete cleanup policy</source>
        <translation>정리 정책 삭제</translation>
    </message>
    <message>
        <source>Test run</source>
        <translation>테스트 실행</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>지금 실행…</translation>
    </message>
    <message>
        <source>Set schedule…</source>
        <translation>정리 주기 설정…</translation>
    </message>
    <message>
        <source>In the images named here, whatever no policy keeps is deleted. Protected tags always stay.</source>
        <translation>아래 이미지에서 어느 정책으로도 제외되지 않은 아티팩트를 삭제합니다. 보호 정책이 우선합니다.</translation>
    </message>
    <message>
        <source>If it ran now</source>
        <translation>지금 실행하면</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>freed</source>
        <translation>확보</translation>
    </message>
    <message>
        <source>The cleanup policies could not be read</source>
        <translation>정리 정책을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The cleanup schedule could not be read</source>
        <translation>정리 주기를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The protection policies could not be read</source>
        <translation>보호 정책을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>A run is under way since %1</source>
        <translation>%1부터 실행 중입니다</translation>
    </message>
    <message>
        <source>Last run %1</source>
        <translation>마지막 실행 %1</translation>
    </message>
    <message>
        <source>Last run %1, deleted %2, freed %3</source>
        <translation>마지막 실행 %1, %2개 삭제, %3 확보</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>비활성화</translation>
    </message>
    <message numerus="yes">
        <source>keeps %n</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>유지 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is cleaned up</source>
        <translation>정리하지 않음</translation>
    </message>
    <message>
        <source>Every artifact of %1 stays until someone deletes it. A cleanup policy says what is kept; the rest of its images goes.</source>
        <translation>%1의 모든 아티팩트는 누군가 삭제할 때까지 유지됩니다. 정리 정책은 유지할 아티팩트를 정하며, 해당 이미지의 나머지는 삭제됩니다.</translation>
    </message>
    <message>
        <source>What it would do is not known. %1</source>
        <translation>실행 결과를 예측할 수 없습니다. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n by policy</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>정책 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>보호 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>삭제 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay with others</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>다른 아티팩트와 함께 유지 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deleted</source>
        <comment>artifacts</comment>
        <translation>%2개 중 %1개 삭제</translation>
    </message>
    <message>
        <source>Without a policy nothing is deleted.</source>
        <translation>정책이 없으면 아무것도 삭제하지 않습니다.</translation>
    </message>
    <message>
        <source>No enabled policy names an image that is here.</source>
        <translation>활성화된 정책 중 이곳의 이미지를 가리키는 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n images lose nothing.</source>
        <translation>
            <numerusform>이미지 %n개는 그대로입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the %n were never pulled.</source>
        <translation>
            <numerusform>%n개 중 %1개는 Pull한 적이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is more than was looked at.</source>
        <translation>확인하지 못한 아티팩트가 더 있습니다.</translation>
    </message>
    <message>
        <source>%1 Next run %2.</source>
        <comment>schedule, date</comment>
        <translation>%1 다음 실행 %2.</translation>
    </message>
    <message>
        <source>The policies are being read</source>
        <translation>정책을 읽는 중입니다</translation>
    </message>
    <message>
        <source>There are %1 policies; more are not possible</source>
        <translation>정책이 %1개 있어 더 추가할 수 없습니다</translation>
    </message>
    <message>
        <source>Select a policy first</source>
        <translation>먼저 정책을 선택하세요</translation>
    </message>
    <message>
        <source>Add a policy first</source>
        <translation>먼저 정책을 추가하세요</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>policies</comment>
        <translation>%1/%2개</translation>
    </message>
    <message>
        <source>The test run did not begin</source>
        <translation>테스트 실행을 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>The policy was not changed</source>
        <translation>정책을 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>The policy could not be enabled</source>
        <translation>정책을 활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>The policy could not be disabled</source>
        <translation>정책을 비활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>The policy could not be deleted</source>
        <translation>정책을 삭제할 수 없습니다</translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation>정책을 삭제했습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The policy could not be brought back</source>
        <translation>정책을 되돌릴 수 없습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Policies as a file</source>
        <translation>정책 파일</translation>
    </message>
</context>
<context>
    <name>berth::CleanupTimeline</name>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90일</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365일</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>What goes in this run</source>
        <translation>이 실행에서 삭제될 아티팩트</translation>
    </message>
    <message>
        <source>Goes in the next run</source>
        <translation>다음 실행 때 삭제</translation>
    </message>
    <message>
        <source>Goes in 30 days</source>
        <translation>30일 안에 삭제</translation>
    </message>
    <message>
        <source>Goes in these days</source>
        <translation>이 기간에 삭제</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>타임라인 표</translation>
    </message>
    <message>
        <source>The timeline could not be made</source>
        <translation>타임라인을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>there is no schedule</source>
        <translation>정리 주기 없음</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of them protected</source>
        <translation>
            <numerusform>그중 보호 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>If nothing is pushed or pulled until then.</source>
        <translation>그때까지 Push나 Pull이 없을 때의 예상입니다.</translation>
    </message>
    <message>
        <source>There is no schedule: drawn as if cleanup ran once a day.</source>
        <translation>정리 주기가 없어 하루에 한 번 실행하는 것으로 그렸습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n artifacts.</source>
        <translation>
            <numerusform>처음 %n개의 아티팩트입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 UTC, %2</source>
        <comment>date, in 3 days</comment>
        <translation>%1 UTC, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3 artifacts, 0.8 GB</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::CodeLine</name>
    <message>
        <source>Copy: %1</source>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>berth::ConfigurationPage</name>
    <message>
        <source>Environment and labels</source>
        <translation>환경 변수와 레이블</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>This artifact has no configuration of an image</source>
        <translation>이 아티팩트에는 이미지 구성이 없습니다</translation>
    </message>
    <message>
        <source>When it runs</source>
        <translation>실행 설정</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>엔트리포인트</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>실행 사용자</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>작업 폴더</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Stops with</source>
        <translation>중지 신호</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태 확인</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>확인 안 함</translation>
    </message>
    <message>
        <source>Looks like a secret, hidden</source>
        <translation>비밀 정보로 보여 숨김</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>환경 변수</translation>
    </message>
    <message>
        <source>Copy value in its menu copies it</source>
        <translation>메뉴의 ‘값 복사’ 항목으로 복사할 수 있습니다</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>구성</translation>
    </message>
</context>
<context>
    <name>berth::ConnectDialog</name>
    <message>
        <source>Leave it empty to keep the one in the keyring.</source>
        <translation>키링에 있는 키를 그대로 쓰려면 비워 두세요.</translation>
    </message>
    <message>
        <source>Enter the server&apos;s host name, with its port if it has one</source>
        <translation>서버의 호스트 이름과, 포트가 있으면 포트도 입력하세요</translation>
    </message>
    <message>
        <source>Enter the access key&apos;s ID</source>
        <translation>액세스 키 ID를 입력하세요</translation>
    </message>
    <message>
        <source>Enter the secret that belongs to this key</source>
        <translation>이 액세스 키의 비밀 키를 입력하세요</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>테스트하는 중…</translation>
    </message>
    <message>
        <source>Tested just now</source>
        <translation>방금 테스트함</translation>
    </message>
    <message>
        <source>The test stopped at: %1</source>
        <translation>테스트가 중단된 단계: %1</translation>
    </message>
    <message>
        <source>Answered in %1 ms.</source>
        <translation>%1&#xa0;ms 만에 응답했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>This key was entered %n days ago; make a new one every 90 days.</source>
        <translation>
            <numerusform>%n일 전에 입력한 키입니다. 90일마다 새 키를 생성하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>연결되었습니다.</translation>
    </message>
    <message>
        <source>Connected. %1, %2.</source>
        <translation>연결되었습니다. %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n registries</source>
        <translation>
            <numerusform>레지스트리 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Trusted for this connection: the certificate of %1</source>
        <translation>이 연결에서 신뢰함: %1 인증서</translation>
    </message>
    <message>
        <source>Trusted for this connection: the authority %1</source>
        <translation>이 연결에서 신뢰함: %1 인증 기관</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>연결 수정</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>서버 유형</translation>
    </message>
    <message>
        <source>Docker Registry fits every server that docker can push to: it shows what the protocol tells.</source>
        <translation>Docker Registry 유형은 docker로 Push할 수 있는 모든 서버에 쓸 수 있으며, 프로토콜로 알 수 있는 내용을 표시합니다.</translation>
    </message>
    <message>
        <source>Name in Berth</source>
        <translation>Berth에서 쓸 이름</translation>
    </message>
    <message>
        <source>Only you see this name.</source>
        <translation>본인에게만 표시되는 이름입니다.</translation>
    </message>
    <message>
        <source>Registry address</source>
        <translation>레지스트리 주소</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>비밀 키</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>시스템 설정 사용</translation>
    </message>
    <message>
        <source>None</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>직접 지정:</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>프록시 포트</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>프록시 호스트</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>신뢰 해제</translation>
    </message>
    <message>
        <source>Network and API</source>
        <translation>네트워크와 API</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>연결 테스트</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>연결 추가</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host name</source>
        <translation>프록시의 호스트 이름을 입력하세요</translation>
    </message>
    <message>
        <source>The keyring does not give the key now; enter it to test</source>
        <translation>지금은 키링에서 키를 가져올 수 없습니다. 테스트하려면 키를 입력하세요</translation>
    </message>
</context>
<context>
    <name>berth::ContentPage</name>
    <message>
        <source>The content could not be read</source>
        <translation>내용을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
</context>
<context>
    <name>berth::ContentPane</name>
    <message>
        <source>%1 cannot be exported</source>
        <translation>%1 이미지를 내보낼 수 없습니다</translation>
    </message>
    <message>
        <source>No artifact of the selection has a tag, so there is nothing to export. Open the image and select artifacts.</source>
        <translation>선택한 항목에 태그가 있는 아티팩트가 없어 내보낼 것이 없습니다. 이미지를 열고 아티팩트를 선택하세요.</translation>
    </message>
    <message>
        <source>Delete the registry %1?</source>
        <translation>%1 레지스트리를 삭제할까요?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n registries?</source>
        <translation>
            <numerusform>레지스트리 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n registries</source>
        <translation>
            <numerusform>레지스트리 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>Only empty registries can be deleted. Delete the images in them first.</source>
        <translation>빈 레지스트리만 삭제할 수 있습니다. 안에 있는 이미지를 먼저 삭제하세요.</translation>
    </message>
    <message>
        <source>Delete the image %1?</source>
        <translation>%1 이미지를 삭제할까요?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n images?</source>
        <translation>
            <numerusform>이미지 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n images</source>
        <translation>
            <numerusform>이미지 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>All their artifacts and tags go. Pulling them fails from then on.</source>
        <translation>모든 아티팩트와 태그가 함께 삭제됩니다. 삭제한 뒤에는 Pull이 되지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n artifacts from %1?</source>
        <translation>
            <numerusform>%1 이미지에서 아티팩트 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>Their tags go with them. Pulling them fails from then on.</source>
        <translation>아티팩트의 태그도 함께 삭제됩니다. 삭제한 뒤에는 Pull이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Delete the tag %1?</source>
        <translation>%1 태그를 삭제할까요?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tags?</source>
        <translation>
            <numerusform>태그 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n tags</source>
        <translation>
            <numerusform>태그 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>The artifact stays. Pulling it by these tags fails from then on.</source>
        <translation>아티팩트는 그대로 남습니다. 삭제한 뒤에는 이 태그로 Pull이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Registry settings…</source>
        <translation>레지스트리 설정…</translation>
    </message>
    <message>
        <source>Create tag…</source>
        <translation>태그 생성…</translation>
    </message>
    <message>
        <source>Move tag…</source>
        <translation>태그 이동…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Select a registry first</source>
        <translation>레지스트리를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>View images</source>
        <translation>이미지 보기</translation>
    </message>
    <message>
        <source>Select one registry only</source>
        <translation>레지스트리를 하나만 선택하세요</translation>
    </message>
    <message>
        <source>Delete registry…</source>
        <translation>레지스트리 삭제…</translation>
    </message>
    <message>
        <source>Select an image first</source>
        <translation>이미지를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>View artifacts</source>
        <translation>아티팩트 보기</translation>
    </message>
    <message>
        <source>Delete image…</source>
        <translation>이미지 삭제…</translation>
    </message>
    <message>
        <source>Select a tag first</source>
        <translation>태그를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>Select an artifact first</source>
        <translation>아티팩트를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>Tags name the whole artifact; select its row</source>
        <translation>태그는 아티팩트 전체에 붙으므로 아티팩트 행을 선택하세요</translation>
    </message>
    <message>
        <source>Delete tag…</source>
        <translation>태그 삭제…</translation>
    </message>
    <message>
        <source>Delete artifact…</source>
        <translation>아티팩트 삭제…</translation>
    </message>
    <message>
        <source>A platform is deleted with its artifact; select that row</source>
        <translation>플랫폼은 아티팩트와 함께 삭제되므로 아티팩트 행을 선택하세요</translation>
    </message>
    <message>
        <source>Select a row to see its details</source>
        <translation>행을 선택하면 상세 정보가 표시됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n rows selected</source>
        <translation>
            <numerusform>행 %n개 선택됨</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ContentTable</name>
    <message>
        <source>By artifact</source>
        <translation>아티팩트별</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>태그별</translation>
    </message>
    <message>
        <source>What a row stands for</source>
        <translation>행의 기준</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>태그 없음 포함</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>이 목록 필터링</translation>
    </message>
    <message>
        <source>Also show artifacts that no tag names</source>
        <translation>태그가 없는 아티팩트도 표시</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message numerus="yes">
        <source>%n registries</source>
        <translation>
            <numerusform>레지스트리 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>태그 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sorting, %n loaded</source>
        <translation>
            <numerusform>불러온 %n개에서 정렬 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>searching, %n loaded</source>
        <translation>
            <numerusform>불러온 %n개에서 검색 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loaded</source>
        <translation>
            <numerusform>%n개 불러옴</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1개</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>‘%1’에 맞는 항목이 없습니다</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>No artifact has a tag</source>
        <translation>태그가 있는 아티팩트가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts without a tag are hidden.</source>
        <translation>
            <numerusform>태그가 없는 아티팩트 %n개를 숨겼습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>아직 태그가 없습니다</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>아직 아무것도 없습니다</translation>
    </message>
    <message>
        <source>Drop an image archive on this window, or push one from a terminal.</source>
        <translation>이미지 아카이브를 이 창에 끌어다 놓거나 터미널에서 이미지를 Push 하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Looked at the names of all %n registries.</source>
        <translation>
            <numerusform>레지스트리 %n개의 이름을 모두 확인했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the names of all %n images.</source>
        <translation>
            <numerusform>이미지 %n개의 이름을 모두 확인했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the digests, tags and platforms of all %n artifacts.</source>
        <translation>
            <numerusform>아티팩트 %n개의 다이제스트, 태그, 플랫폼을 모두 확인했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked at the names and digests of all %n tags.</source>
        <translation>
            <numerusform>태그 %n개의 이름과 다이제스트를 모두 확인했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::DeleteDialog</name>
    <message>
        <source>Working out how much only these hold…</source>
        <translation>여기에만 있는 용량 계산 중…</translation>
    </message>
    <message>
        <source>This server does not tell how much space is freed.</source>
        <translation>이 서버에서는 확보되는 용량을 알 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>How much space is freed is not known: %1</source>
        <translation>확보되는 용량을 알 수 없습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>artifacts</source>
        <comment>figure caption</comment>
        <translation>
            <numerusform>아티팩트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tags</source>
        <comment>figure caption</comment>
        <translation>
            <numerusform>태그</numerusform>
        </translation>
    </message>
    <message>
        <source>only here</source>
        <translation>여기에만 있음</translation>
    </message>
    <message>
        <source>shared, stays</source>
        <translation>공유 중, 유지됨</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be deleted</source>
        <translation>
            <numerusform>%n개를 삭제하지 못했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes to the trash: it can be restored, and its bytes return when the trash lets go of it, by itself on %1.</source>
        <translation>휴지통으로 옮겨져 복원할 수 있습니다. 공간은 휴지통에서 비워질 때 돌아오며, 비우지 않으면 %1에 자동으로 비워집니다.</translation>
    </message>
    <message>
        <source>It goes to the trash and can be restored until %1.</source>
        <translation>휴지통으로 옮겨지며 %1까지 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>영구 삭제</translation>
    </message>
    <message>
        <source>%1 for good</source>
        <comment>verb of the button</comment>
        <translation>%1(영구)</translation>
    </message>
    <message>
        <source>It skips the trash and cannot be restored. %1 return with the next collection, which starts at once.</source>
        <translation>휴지통을 거치지 않으며 복원할 수 없습니다. 바로 시작되는 다음 정리에서 %1가 돌아옵니다.</translation>
    </message>
    <message>
        <source>It skips the trash and cannot be restored.</source>
        <translation>휴지통을 거치지 않으며 복원할 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n are deleted, but still lie in the trash</source>
        <translation>
            <numerusform>%n개가 삭제되었지만 아직 휴지통에 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>They can be restored, or deleted for good there: %1</source>
        <translation>휴지통에서 복원하거나 영구 삭제할 수 있습니다: %1</translation>
    </message>
    <message>
        <source>at least only here</source>
        <translation>여기에만 있음(최소)</translation>
    </message>
</context>
<context>
    <name>berth::Desktop</name>
    <message>
        <source>Berth keeps running in the tray</source>
        <translation>Berth는 트레이에서 계속 실행됩니다</translation>
    </message>
    <message>
        <source>The local registry keeps running and can be pushed to and pulled from. The icon in the tray opens this window again and quits Berth.</source>
        <translation>로컬 레지스트리가 계속 실행되어 Push와 Pull을 할 수 있습니다. 트레이 아이콘으로 이 창을 다시 열거나 Berth를 종료할 수 있습니다.</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>창 닫기</translation>
    </message>
    <message>
        <source>Quit while transfers are running?</source>
        <translation>전송 중에 종료할까요?</translation>
    </message>
    <message>
        <source>They stop and stand in the list at the next start, where they can go on. Layers that were sent are kept; no tag is written until then.</source>
        <translation>전송이 멈추고, 다음에 시작하면 목록에서 이어갈 수 있습니다. 이미 전송한 레이어는 유지되며, 그때까지 태그는 생성되지 않습니다.</translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>멈추고 종료</translation>
    </message>
</context>
<context>
    <name>berth::DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation>상세 정보 닫기</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>상세 정보 열기</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>플랫폼</translation>
    </message>
</context>
<context>
    <name>berth::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>berth::EndNotices</name>
    <message>
        <source>%1 is done</source>
        <translation>‘%1’ 전송 완료</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>‘%1’ 전송 중단</translation>
    </message>
</context>
<context>
    <name>berth::EngineNotice</name>
    <message>
        <source>Looking for Docker…</source>
        <translation>Docker 확인 중…</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>Look for Docker again</source>
        <translation>Docker 다시 확인</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
</context>
<context>
    <name>berth::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 이미지 내보내기</translation>
    </message>
    <message numerus="yes">
        <source>Export %n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개 내보내기</numerusform>
        </translation>
    </message>
    <message>
        <source>Each byte is checked on its way. The file appears once all of it is there.</source>
        <translation>내보내면서 모든 데이터를 확인합니다. 파일은 전체가 저장된 뒤에 나타납니다.</translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation>OCI 아카이브</translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation>Docker 아카이브</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>압축 안 함</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>압축</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>All platforms, under the digest that they have</source>
        <translation>전체 플랫폼, 다이제스트 유지</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>A docker archive holds one image. Choose an OCI archive for several.</source>
        <translation>Docker 아카이브에는 이미지 하나만 담을 수 있습니다. 여러 개를 담으려면 OCI 아카이브를 선택하세요.</translation>
    </message>
    <message>
        <source>A docker archive holds one platform. Choose which, or an OCI archive for all.</source>
        <translation>Docker 아카이브에는 플랫폼 하나만 담을 수 있습니다. 플랫폼을 하나 선택하거나, 모두 담으려면 OCI 아카이브를 선택하세요.</translation>
    </message>
    <message>
        <source>Enter a file name</source>
        <translation>파일 이름을 입력하세요</translation>
    </message>
    <message>
        <source>There is no folder %1</source>
        <translation>‘%1’ 폴더가 없습니다</translation>
    </message>
    <message>
        <source>There is something of this name already; an export makes a new folder</source>
        <translation>이 이름의 항목이 이미 있습니다. 새 폴더를 만들 수 있는 이름을 입력하세요</translation>
    </message>
    <message>
        <source>There is a file of this name; it is replaced once the new one is whole.</source>
        <translation>이 이름의 파일이 이미 있습니다. 새 파일이 완성되면 새 파일로 바뀝니다.</translation>
    </message>
    <message>
        <source>docker load, podman load and skopeo read it.</source>
        <translation>docker load, podman load, skopeo에서 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>내보낼 위치</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a folder of this name already</source>
        <translation>같은 이름의 폴더가 이미 있습니다</translation>
    </message>
    <message>
        <source>podman load and skopeo read it, and docker load where docker keeps its images in containerd.</source>
        <translation>podman load와 skopeo에서 읽을 수 있습니다. docker load는 Docker가 containerd에 이미지를 보관할 때 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>gzip</source>
        <translation>gzip</translation>
    </message>
    <message>
        <source>zstd</source>
        <translation>zstd</translation>
    </message>
</context>
<context>
    <name>berth::FactGrid</name>
    <message>
        <source>Copy: %1</source>
        <translation>%1 복사</translation>
    </message>
</context>
<context>
    <name>berth::FirstStartPage</name>
    <message>
        <source>Your local registry is running</source>
        <translation>로컬 레지스트리가 실행 중입니다</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Drop an image archive here</source>
        <translation>이미지 아카이브를 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>From docker save, podman save or skopeo: .tar, .tar.gz, .tar.zst, .tar.xz or an OCI folder</source>
        <translation>docker save, podman save 또는 skopeo로 만든 .tar, .tar.gz, .tar.zst, .tar.xz 파일이나 OCI 폴더</translation>
    </message>
    <message>
        <source>You see what it holds before anything is stored.</source>
        <translation>저장하기 전에 내용을 먼저 보여 줍니다.</translation>
    </message>
    <message>
        <source>It answers on this computer only. There are two ways to put the first image in.</source>
        <translation>이 컴퓨터에서만 접속할 수 있습니다. 첫 이미지를 넣는 방법은 두 가지입니다.</translation>
    </message>
    <message>
        <source>Closing this window leaves it running in the tray, where there is one. Stop it, or change its port, in the preferences.</source>
        <translation>창을 닫아도 트레이가 있으면 계속 실행됩니다. 중지와 포트 변경은 환경 설정에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>환경 설정…</translation>
    </message>
</context>
<context>
    <name>berth::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start Berth when I log in</source>
        <translation>로그인할 때 Berth 시작</translation>
    </message>
    <message>
        <source>Starts in the tray, without the window.</source>
        <translation>창 없이 트레이에서 시작합니다.</translation>
    </message>
    <message>
        <source>Start the local registry with Berth</source>
        <translation>Berth와 함께 로컬 레지스트리 시작</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>창을 닫을 때</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>트레이에서 계속 실행</translation>
    </message>
    <message>
        <source>Pulls and pushes go on. Quit is in the tray menu and in the main menu.</source>
        <translation>Pull과 Push가 계속됩니다. 종료는 트레이 메뉴와 메인 메뉴에 있습니다.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>When a transfer of more than 30 s ends</source>
        <translation>30초 넘게 걸린 전송이 끝날 때</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Versions, connections without secrets, the last errors.</source>
        <translation>버전, 비밀 정보를 뺀 연결, 최근 오류입니다.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
</context>
<context>
    <name>berth::HealthPane</name>
    <message>
        <source>The disk is nearly full: pushes are refused, pulls go on</source>
        <translation>디스크가 거의 찼습니다: Push는 거부되고 Pull은 계속됩니다</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>저장 공간</translation>
    </message>
    <message>
        <source>The registry runs on an older copy of its database</source>
        <translation>이 레지스트리는 데이터베이스의 이전 사본으로 실행 중입니다</translation>
    </message>
    <message>
        <source>Unused space could not be freed</source>
        <translation>사용하지 않는 공간을 비우지 못했습니다</translation>
    </message>
    <message>
        <source>Verifying broke off</source>
        <translation>데이터 검사가 중단되었습니다</translation>
    </message>
    <message>
        <source>Something is wrong on this server</source>
        <translation>이 서버에 문제가 있습니다</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>서버 설정</translation>
    </message>
    <message>
        <source>Damaged content</source>
        <translation>손상된 콘텐츠</translation>
    </message>
    <message>
        <source>Images that it hurts</source>
        <translation>영향을 받는 이미지</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태 확인</translation>
    </message>
    <message>
        <source>The server could not be asked again</source>
        <translation>서버에 다시 물어보지 못했습니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The server does not tell how it is</source>
        <translation>서버 상태를 알 수 없습니다</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>정상</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing needs care</source>
        <translation>조치할 것 없음</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>아래 참고</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>free where the registry lies</source>
        <translation>레지스트리 디스크의 남은 공간</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 of %2 read</source>
        <translation>%2 중 %1 읽음</translation>
    </message>
    <message>
        <source>each byte read and compared</source>
        <translation>모든 바이트를 읽고 비교</translation>
    </message>
    <message>
        <source>since %1, Berth %2</source>
        <translation>%1부터, Berth %2</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>%1 확인</translation>
    </message>
    <message>
        <source>This server is well</source>
        <translation>이 서버는 정상입니다</translation>
    </message>
    <message>
        <source>There is room, its database is whole, and no content is damaged.</source>
        <translation>공간이 충분하고 데이터베이스가 온전하며 손상된 콘텐츠가 없습니다.</translation>
    </message>
    <message>
        <source>Damaged content: push these images again, and it is whole</source>
        <translation>손상된 콘텐츠: 이 이미지를 다시 Push하면 복구됩니다</translation>
    </message>
    <message>
        <source>None any more</source>
        <translation>이제 없음</translation>
    </message>
    <message>
        <source>The clock of this server jumped: nothing is destroyed until it is confirmed</source>
        <translation>이 서버의 시계가 크게 바뀌었습니다. 확인할 때까지 아무것도 완전히 삭제하지 않습니다</translation>
    </message>
    <message>
        <source>The time is right</source>
        <translation>시각이 맞습니다</translation>
    </message>
    <message>
        <source>All connections of this server are in use</source>
        <translation>이 서버의 연결이 모두 사용 중입니다</translation>
    </message>
    <message>
        <source>The time could not be confirmed</source>
        <translation>시각을 확인하지 못했습니다</translation>
    </message>
    <message>
        <source>The trash could not be emptied</source>
        <translation>휴지통을 비우지 못했습니다</translation>
    </message>
    <message>
        <source>The daily copy of the database could not be made</source>
        <translation>데이터베이스의 일일 사본을 만들지 못했습니다</translation>
    </message>
</context>
<context>
    <name>berth::HistoryPage</name>
    <message>
        <source>All steps</source>
        <translation>전체 단계</translation>
    </message>
    <message>
        <source>Only with a layer</source>
        <translation>레이어가 있는 단계만</translation>
    </message>
    <message>
        <source>Which steps</source>
        <translation>표시할 단계</translation>
    </message>
    <message>
        <source>Copy as Dockerfile lines</source>
        <translation>Dockerfile 형식으로 복사</translation>
    </message>
    <message>
        <source>Times are those that the builder wrote.</source>
        <translation>빌더가 기록한 일시입니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>History</source>
        <translation>히스토리</translation>
    </message>
    <message>
        <source>The builder wrote no history</source>
        <translation>빌더가 기록한 히스토리가 없습니다</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>레이어 없음</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>%1단계: %2</translation>
    </message>
</context>
<context>
    <name>berth::ImageTableModel</name>
    <message numerus="yes">
        <source>Image %1, %n artifacts</source>
        <translation>
            <numerusform>이미지 %1, 아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pull 횟수</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>최근 Push</translation>
    </message>
</context>
<context>
    <name>berth::ImageUseCard</name>
    <message>
        <source>Only here and shared</source>
        <translation>고유 공간과 공유 공간</translation>
    </message>
    <message>
        <source>View artifacts</source>
        <translation>아티팩트 보기</translation>
    </message>
    <message>
        <source>Oldest push</source>
        <translation>가장 오래된 Push</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>고유</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Never pulled</source>
        <translation>Pull한 적 없음</translation>
    </message>
    <message>
        <source>Deleting the image returns %1. The %2 stay: other images use them.</source>
        <translation>이미지를 삭제하면 %1 돌아옵니다. %2 남습니다. 다른 이미지에서 사용 중입니다.</translation>
    </message>
    <message>
        <source>Deleting the image returns %1.</source>
        <translation>이미지를 삭제하면 %1 돌아옵니다.</translation>
    </message>
</context>
<context>
    <name>berth::ImportCard</name>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Import this image</source>
        <translation>이 이미지 가져오기</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Name suggested from “%1”. Image names use a–z, 0–9 and - _ . /</source>
        <translation>‘%1’에서 따온 이름입니다. 이미지 이름에 쓸 수 있는 문자: a–z, 0–9, - _ . /</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>OCI layout</source>
        <translation>OCI 레이아웃</translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation>Docker 아카이브</translation>
    </message>
    <message>
        <source>no name in the file</source>
        <translation>이름 정보 없음</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1  not in the file</source>
        <translation>%1  파일에 없음</translation>
    </message>
    <message>
        <source>The archive lists this platform but does not contain it</source>
        <translation>아카이브 목록에는 있지만 내용은 들어 있지 않은 플랫폼입니다</translation>
    </message>
    <message>
        <source>Tag %1 exists in %2. It moves to this image; the old artifact stays, without this tag.</source>
        <translation>%2 이미지에 %1 태그가 이미 있습니다. 태그는 가져오는 이미지로 옮겨지고, 기존 아티팩트는 이 태그 없이 그대로 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n layers, %1 there already (%2)</source>
        <translation>
            <numerusform>레이어 %n개, %1개 이미 있음(%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>레이어 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ImportDialog</name>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>읽고 확인하는 중…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Nothing is stored until you press Import. Add more files by dropping them here.</source>
        <translation>가져오기 버튼을 누르기 전에는 아무것도 저장되지 않습니다. 파일을 더 추가하려면 여기에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Keep layers exactly as in the file</source>
        <translation>레이어를 파일 그대로 유지</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>아카이브</translation>
    </message>
    <message>
        <source>Otherwise uncompressed layers are compressed with gzip, as docker push does</source>
        <translation>선택하지 않으면 압축되지 않은 레이어를 docker push와 같이 gzip으로 압축합니다</translation>
    </message>
    <message>
        <source>This file cannot be imported</source>
        <translation>이 파일은 가져올 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Import %n archives</source>
        <translation>
            <numerusform>아카이브 %n개 가져오기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n images</source>
        <translation>
            <numerusform>이미지 %n개 가져오기</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to store</source>
        <translation>저장할 용량 %1</translation>
    </message>
    <message>
        <source>%1 of %2 is there already</source>
        <translation>%2 중 %1 이미 있음</translation>
    </message>
</context>
<context>
    <name>berth::InformationPage</name>
    <message>
        <source>Image index (OCI)</source>
        <translation>이미지 인덱스(OCI)</translation>
    </message>
    <message>
        <source>Manifest list (Docker)</source>
        <translation>매니페스트 목록(Docker)</translation>
    </message>
    <message>
        <source>Helm chart</source>
        <translation>Helm 차트</translation>
    </message>
    <message>
        <source>Artifact (OCI)</source>
        <translation>아티팩트(OCI)</translation>
    </message>
    <message>
        <source>Image (Docker)</source>
        <translation>이미지(Docker)</translation>
    </message>
    <message>
        <source>Image (OCI)</source>
        <translation>이미지(OCI)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>by digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>참조 방식</translation>
    </message>
    <message>
        <source>pull command</source>
        <translation>Pull 명령</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Pull command</source>
        <translation>Pull 명령</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>%1 복사</translation>
    </message>
    <message>
        <source>Registry address</source>
        <translation>레지스트리 주소</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>사용 용도</translation>
    </message>
    <message>
        <source>Image cache</source>
        <translation>이미지 캐시</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pull 횟수</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>최근 Push</translation>
    </message>
    <message>
        <source>It has no tag, so its digest is the only way to name it</source>
        <translation>태그가 없어 다이제스트로만 지정할 수 있습니다</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>정보 없음</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드 일시</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Push 일시</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Pull 일시</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times</source>
        <translation>
            <numerusform>%1, %n회</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::KeyDialog</name>
    <message>
        <source>Enter the key of %1</source>
        <translation>%1 서버의 키 입력</translation>
    </message>
    <message>
        <source>Berth tries it and then keeps it in the system&apos;s keyring.</source>
        <translation>키를 확인한 다음 시스템 키링에 보관합니다.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>비밀 키</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>이 키 사용</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>The server does not know this access key, or its secret is another one</source>
        <translation>서버에 없는 액세스 키이거나 비밀 키가 다릅니다</translation>
    </message>
</context>
<context>
    <name>berth::KeyFormDialog</name>
    <message>
        <source>Create access key</source>
        <translation>액세스 키 생성</translation>
    </message>
    <message>
        <source>Access key %1</source>
        <translation>액세스 키 %1</translation>
    </message>
    <message>
        <source>A program or a computer signs in with it as %1. Its secret is shown once, right after this.</source>
        <translation>프로그램이나 컴퓨터가 이 키로 %1 사용자로 로그인합니다. 비밀 키는 바로 다음에 한 번만 표시됩니다.</translation>
    </message>
    <message>
        <source>A change counts from the next request on.</source>
        <translation>변경 사항은 다음 요청부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>키 생성</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>The computer or the job that has this key, so that you know it again.</source>
        <translation>이 키를 가진 컴퓨터나 작업입니다. 나중에 알아보기 위한 이름입니다.</translation>
    </message>
    <message>
        <source>All that %1 may do</source>
        <translation>%1 사용자의 모든 권한</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>role: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In all registries</source>
        <translation>모든 레지스트리</translation>
    </message>
    <message>
        <source>In these registries only</source>
        <translation>다음 레지스트리만</translation>
    </message>
    <message>
        <source>It may do</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>범위</translation>
    </message>
    <message numerus="yes">
        <source>This is longer than the server keeps: %n bytes at most</source>
        <translation>
            <numerusform>서버가 저장하는 길이보다 깁니다: 최대 %n바이트</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a registry first</source>
        <translation>레지스트리를 먼저 추가하세요</translation>
    </message>
    <message>
        <source>The key could not be created</source>
        <translation>키를 생성하지 못했습니다</translation>
    </message>
    <message>
        <source>The key could not be changed</source>
        <translation>키를 변경하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>berth::KeyModel</name>
    <message>
        <source>Disabled</source>
        <translation>비활성화됨</translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n일 됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Access key %1, used by %2, %3</source>
        <translation>액세스 키 %1, 사용처 %2, %3</translation>
    </message>
    <message>
        <source>Berth on this computer</source>
        <translation>이 컴퓨터의 Berth</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>마지막 사용</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>berth::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>키보드</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Search or jump</source>
        <translation>검색 또는 이동</translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation>뒤로, 앞으로</translation>
    </message>
    <message>
        <source>Open the row, one level up</source>
        <translation>행 열기, 한 단계 위로</translation>
    </message>
    <message>
        <source>Next, previous detail tab</source>
        <translation>다음, 이전 상세 탭</translation>
    </message>
    <message>
        <source>Go to connection 1 to 9</source>
        <translation>연결 1~9로 이동</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>메인 메뉴</translation>
    </message>
</context>
<context>
    <name>berth::KeysPane</name>
    <message>
        <source>Access keys</source>
        <translation>액세스 키</translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation>키 생성…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>새 비밀 키…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>비활성화</translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation>키 삭제…</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>사용자와 역할</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>액세스 키</translation>
    </message>
    <message>
        <source>Whose keys</source>
        <translation>키 소유자</translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n일 됨</numerusform>
        </translation>
    </message>
    <message>
        <source>A new secret keeps the ID. The old secret and the tokens made with it stop working at once, also on other computers.</source>
        <translation>새 비밀 키를 만들어도 ID는 그대로입니다. 이전 비밀 키와 그 키로 만든 토큰은 다른 컴퓨터에서도 바로 쓸 수 없게 됩니다.</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>The access keys could not be loaded</source>
        <translation>액세스 키를 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>%1 of %2 keys, user %3</source>
        <translation>키 %2개 중 %1개, 사용자 %3</translation>
    </message>
    <message>
        <source>%1 has no access key</source>
        <translation>%1 사용자에게 액세스 키가 없습니다</translation>
    </message>
    <message>
        <source>Docker and other programs sign in with an access key: its ID as user name, its secret as password.</source>
        <translation>Docker 등의 프로그램은 액세스 키로 로그인합니다. ID가 사용자 이름이고 비밀 키가 비밀번호입니다.</translation>
    </message>
    <message numerus="yes">
        <source>The key of “%1” is %n days old</source>
        <translation>
            <numerusform>‘%1’의 키를 만든 지 %n일이 지났습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys should be changed every 90 days. It keeps working until you delete it.</source>
        <translation>키는 90일마다 바꾸는 것이 좋습니다. 삭제할 때까지 계속 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Select a key to see what is known of it</source>
        <translation>키를 선택하면 정보가 표시됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n keys selected</source>
        <translation>
            <numerusform>키 %n개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>비밀 키 복사</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>비밀 키</translation>
    </message>
    <message>
        <source>Known only where it was copied to</source>
        <translation>복사해 둔 곳에만 있음</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>All that %1 may do</source>
        <translation>%1 사용자의 모든 권한</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>Secret made</source>
        <translation>비밀 키 생성</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>마지막 사용</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Select a key first</source>
        <translation>키를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>Select one key only</source>
        <translation>키를 하나만 선택하세요</translation>
    </message>
    <message>
        <source>Berth itself signs in with this key</source>
        <translation>Berth가 이 키로 로그인합니다</translation>
    </message>
    <message numerus="yes">
        <source>A user has at most %n keys; delete one first</source>
        <translation>
            <numerusform>사용자는 키를 최대 %n개 가질 수 있습니다. 먼저 하나를 삭제하세요</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Berth itself signs in with this key and keeps the new secret.</source>
        <translation>Berth가 이 키로 로그인하며 새 비밀 키를 보관합니다.</translation>
    </message>
    <message>
        <source>What uses this key is refused until it has the new secret.</source>
        <translation>이 키를 쓰는 곳은 새 비밀 키를 받을 때까지 거부됩니다.</translation>
    </message>
    <message>
        <source>Make a new secret for %1?</source>
        <translation>%1의 새 비밀 키를 만들까요?</translation>
    </message>
    <message>
        <source>The ID stays. The old secret and the tokens made with it stop working at once. %1</source>
        <translation>ID는 그대로입니다. 이전 비밀 키와 그 키로 만든 토큰은 바로 쓸 수 없게 됩니다. %1</translation>
    </message>
    <message>
        <source>Make new secret</source>
        <translation>새 비밀 키 만들기</translation>
    </message>
    <message>
        <source>There is no new secret for %1</source>
        <translation>%1의 새 비밀 키를 만들지 못했습니다</translation>
    </message>
    <message>
        <source>The key %1 could not be disabled</source>
        <translation>%1 키를 비활성화하지 못했습니다</translation>
    </message>
    <message>
        <source>The key %1 could not be enabled</source>
        <translation>%1 키를 활성화하지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n access keys?</source>
        <translation>
            <numerusform>액세스 키 %n개를 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n keys</source>
        <translation>
            <numerusform>키 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>What signs in with them is refused from the next request on.</source>
        <translation>이 키로 로그인하는 곳은 다음 요청부터 거부됩니다.</translation>
    </message>
    <message>
        <source>A key cannot be restored; another one can be made.</source>
        <translation>키는 복원할 수 없으며 새로 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether %1 has a new secret is not known</source>
        <translation>%1의 새 비밀 키가 만들어졌는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>Kept by Berth on this computer</source>
        <translation>이 컴퓨터의 Berth가 보관함</translation>
    </message>
    <message>
        <source>A key that is limited to a role or to some registries manages no keys</source>
        <translation>역할이나 레지스트리로 제한된 키는 키를 관리할 수 없습니다</translation>
    </message>
    <message>
        <source>The keys are not here yet</source>
        <translation>아직 키를 불러오는 중입니다</translation>
    </message>
</context>
<context>
    <name>berth::LayersPage</name>
    <message>
        <source>Layers by size</source>
        <translation>용량별 레이어</translation>
    </message>
    <message>
        <source>Command of the selected layer</source>
        <translation>선택한 레이어의 명령</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Command that made it</source>
        <translation>생성 명령</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>This artifact has no layers</source>
        <translation>이 아티팩트에는 레이어가 없습니다</translation>
    </message>
    <message>
        <source>Layer %1, %2, made by %3</source>
        <translation>레이어 %1, %2, 생성 명령 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n layers, %1</source>
        <translation>
            <numerusform>레이어 %n개, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ListTool</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>이 목록 필터링</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>‘%1’에 맞는 항목이 없습니다</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>berth::LocalCard</name>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Local registry menu</source>
        <translation>로컬 레지스트리 메뉴</translation>
    </message>
    <message>
        <source>Used space</source>
        <translation>사용한 용량</translation>
    </message>
    <message>
        <source>Nothing stored yet</source>
        <translation>저장된 항목 없음</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Stop local registry</source>
        <translation>로컬 레지스트리 중지</translation>
    </message>
    <message>
        <source>Start local registry</source>
        <translation>로컬 레지스트리 시작</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 남음</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what is wrong with the local registry, and the way out</source>
        <translation>로컬 레지스트리의 문제와 해결 방법을 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>berth::LocalRegistryPage</name>
    <message>
        <source>Local registry</source>
        <translation>로컬 레지스트리</translation>
    </message>
    <message>
        <source>Change port</source>
        <translation>포트 변경</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>A change restarts the registry. Addresses of images change with it.</source>
        <translation>변경하면 레지스트리가 다시 시작됩니다. 이미지 주소도 함께 바뀝니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>데이터 폴더</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Another program serves this registry</source>
        <translation>다른 프로그램이 이 레지스트리를 제공하고 있습니다</translation>
    </message>
    <message>
        <source>Who may do what, and room</source>
        <translation>권한과 공간</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The local registry is not running</source>
        <translation>로컬 레지스트리가 실행 중이 아닙니다</translation>
    </message>
</context>
<context>
    <name>berth::LocalServer</name>
    <message>
        <source>Local</source>
        <translation>로컬</translation>
    </message>
    <message>
        <source>Port %1 was taken by another program, so the registry uses %2.</source>
        <translation>다른 프로그램이 포트 %1번을 쓰고 있어 레지스트리는 포트 %2번을 사용합니다.</translation>
    </message>
    <message>
        <source>Another program serves this registry at %1. Berth uses it as it is.</source>
        <translation>다른 프로그램이 %1 주소에서 이 레지스트리를 제공하고 있습니다. Berth는 그 레지스트리를 그대로 사용합니다.</translation>
    </message>
    <message>
        <source>The keyring did not take the key, so it is kept for this run only.</source>
        <translation>키링에 키를 저장하지 못해 이번 실행 동안에만 보관합니다.</translation>
    </message>
    <message>
        <source>Local registry is running</source>
        <translation>로컬 레지스트리 실행 중</translation>
    </message>
    <message>
        <source>Waiting for the keyring</source>
        <translation>키링 응답 대기 중</translation>
    </message>
    <message>
        <source>Local registry is starting</source>
        <translation>로컬 레지스트리 시작 중</translation>
    </message>
    <message>
        <source>Local registry is stopping</source>
        <translation>로컬 레지스트리 중지 중</translation>
    </message>
    <message>
        <source>Local registry is stopped</source>
        <translation>로컬 레지스트리 중지됨</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>키링이 잠겨 있습니다</translation>
    </message>
    <message>
        <source>Local registry could not start</source>
        <translation>로컬 레지스트리를 시작하지 못함</translation>
    </message>
</context>
<context>
    <name>berth::LocalStatePage</name>
    <message>
        <source>Your local registry is stopped</source>
        <translation>로컬 레지스트리가 중지되었습니다</translation>
    </message>
    <message>
        <source>Its images are kept. Nothing can be pushed or pulled until it runs again.</source>
        <translation>이미지는 그대로 유지됩니다. 다시 실행할 때까지 Push와 Pull을 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation>키링의 응답을 기다리고 있습니다</translation>
    </message>
    <message>
        <source>The registry starts as soon as its key is there. If the system shows a window, enter your password in it.</source>
        <translation>키를 받는 대로 레지스트리를 시작합니다. 시스템 창이 나타나면 그 창에 비밀번호를 입력하세요.</translation>
    </message>
    <message>
        <source>Your local registry is starting</source>
        <translation>로컬 레지스트리를 시작하고 있습니다</translation>
    </message>
    <message>
        <source>Your local registry is stopping</source>
        <translation>로컬 레지스트리를 중지하고 있습니다</translation>
    </message>
    <message>
        <source>Pushes and pulls under way are allowed to finish, for 10 seconds at most.</source>
        <translation>진행 중인 Push와 Pull이 끝날 때까지 최대 10초 동안 기다립니다.</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>키링이 잠겨 있습니다</translation>
    </message>
    <message>
        <source>The key of your local registry is in the keyring and untouched. The registry starts once the keyring is open.</source>
        <translation>로컬 레지스트리의 키는 키링에 그대로 있습니다. 키링이 열리면 레지스트리를 시작합니다.</translation>
    </message>
    <message>
        <source>Unlock the keyring with your system&apos;s password program, or by signing in again.</source>
        <translation>시스템의 비밀번호 프로그램으로 키링의 잠금을 해제하거나 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The keyring stayed locked</source>
        <translation>키링이 잠긴 채로 있습니다</translation>
    </message>
    <message>
        <source>Its window was closed without a password, so the registry has no key yet. Nothing is lost.</source>
        <translation>키링 창이 비밀번호 없이 닫혀 레지스트리가 아직 키를 받지 못했습니다. 잃은 데이터는 없습니다.</translation>
    </message>
    <message>
        <source>There is no keyring service</source>
        <translation>키링 서비스가 없습니다</translation>
    </message>
    <message>
        <source>Berth keeps secrets in the system&apos;s keyring only, and no keyring service answers in this session.</source>
        <translation>Berth는 비밀 정보를 시스템 키링에만 보관하는데, 이 세션에서 응답하는 키링이 없습니다.</translation>
    </message>
    <message>
        <source>Install and start one, for example gnome-keyring or KWallet, then retry.</source>
        <translation>키링 서비스를 설치하고 시작한 다음(예: gnome-keyring, KWallet) 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Or go on with a key that is kept in memory and forgotten at the end of this run.</source>
        <translation>또는 메모리에만 보관되고 이번 실행이 끝나면 없어지는 키로 계속하세요.</translation>
    </message>
    <message>
        <source>Use a key for this run</source>
        <translation>이번 실행용 키 사용</translation>
    </message>
    <message>
        <source>The keyring could not be used</source>
        <translation>키링을 사용하지 못했습니다</translation>
    </message>
    <message>
        <source>The key of your local registry is missing</source>
        <translation>로컬 레지스트리의 키가 없습니다</translation>
    </message>
    <message>
        <source>The folder %1 holds a registry, but the keyring has no key for it. Its images are untouched.</source>
        <translation>%1 폴더에 레지스트리가 있지만 키링에 그 레지스트리의 키가 없습니다. 이미지는 그대로 있습니다.</translation>
    </message>
    <message>
        <source>If the key is in another keyring, open that one and retry.</source>
        <translation>키가 다른 키링에 있으면 그 키링을 열고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Otherwise make a new key. Programs that signed in with the old one must sign in again.</source>
        <translation>다른 키링에 없으면 새 키를 생성하세요. 이전 키로 로그인한 프로그램에서는 다시 로그인해야 합니다.</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation>새 키 생성…</translation>
    </message>
    <message>
        <source>The local registry could not start</source>
        <translation>로컬 레지스트리를 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <translation>새 키를 생성할까요?</translation>
    </message>
    <message>
        <source>The old key stops working at once: docker and other programs that signed in with it must sign in again. Images stay as they are.</source>
        <translation>이전 키는 바로 쓸 수 없게 됩니다. 그 키로 로그인한 Docker와 다른 프로그램에서는 다시 로그인해야 합니다. 이미지는 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>새 키 생성</translation>
    </message>
</context>
<context>
    <name>berth::LookPage</name>
    <message>
        <source>Look and language</source>
        <translation>모양 및 언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Changes at once, without a restart.</source>
        <translation>다시 시작하지 않고 바로 바뀝니다.</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>By artifact</source>
        <translation>아티팩트별</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>태그별</translation>
    </message>
    <message>
        <source>Artifacts open</source>
        <translation>아티팩트 보기 방식</translation>
    </message>
    <message>
        <source>Hide artifacts without a tag</source>
        <translation>태그 없는 아티팩트 숨기기</translation>
    </message>
</context>
<context>
    <name>berth::MainWindow</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Create registry…</source>
        <translation>레지스트리 생성…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>기본 메뉴</translation>
    </message>
    <message>
        <source>The local registry is not running</source>
        <translation>로컬 레지스트리가 실행 중이 아닙니다</translation>
    </message>
    <message>
        <source>Create tag…</source>
        <translation>태그 생성…</translation>
    </message>
    <message>
        <source>Copy pull reference</source>
        <translation>Pull 참조 복사</translation>
    </message>
    <message>
        <source>Copy digest</source>
        <translation>다이제스트 복사</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>이 목록 필터링</translation>
    </message>
    <message>
        <source>Details pane</source>
        <translation>상세 정보 패널</translation>
    </message>
    <message>
        <source>Transfers panel</source>
        <translation>전송 패널</translation>
    </message>
    <message>
        <source>Quit Berth</source>
        <translation>Berth 종료</translation>
    </message>
    <message>
        <source>Import image archives</source>
        <translation>이미지 아카이브 가져오기</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz *.txz)</source>
        <translation>이미지 아카이브 (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz *.txz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>가져온 이미지가 없습니다</translation>
    </message>
    <message>
        <source>The local registry is not running. Start it, then drop the archive again.</source>
        <translation>로컬 레지스트리가 실행 중이 아닙니다. 레지스트리를 시작한 다음 아카이브를 다시 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Remove the connection %1?</source>
        <translation>%1 연결을 제거할까요?</translation>
    </message>
    <message>
        <source>Berth forgets its address and takes its key out of the keyring. Nothing on the server changes.</source>
        <translation>Berth에서 주소를 지우고 키링에서 키를 제거합니다. 서버에서는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>연결 제거</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>연결 수정…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Remove connection…</source>
        <translation>연결 제거…</translation>
    </message>
    <message>
        <source>The key of %1 is kept for this run only</source>
        <translation>%1 연결의 키를 이번 실행 동안에만 보관합니다</translation>
    </message>
    <message>
        <source>The system&apos;s keyring did not take it. Start or unlock the keyring, then save the connection again.</source>
        <translation>시스템 키링에 저장하지 못했습니다. 키링을 시작하거나 잠금을 해제한 다음 연결을 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>연결…</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>서버 연결</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 서버에 연결되어 있지 않습니다</translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it, then drop the archive again.</source>
        <translation>%1 서버에 연결되어 있지 않습니다. 연결한 다음 아카이브를 다시 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>환경 설정…</translation>
    </message>
    <message>
        <source>The key of %1 is still in the keyring</source>
        <translation>‘%1’ 연결의 키가 키링에 남아 있습니다</translation>
    </message>
    <message>
        <source>The connection is removed, but the keyring did not let go of its key. Remove it there with your system&apos;s password program.</source>
        <translation>연결은 제거했지만 키링에서 키를 삭제하지 못했습니다. 시스템의 비밀번호 프로그램에서 키를 삭제하세요.</translation>
    </message>
    <message>
        <source>Edit connection, move tag…</source>
        <translation>연결 편집, 태그 이동…</translation>
    </message>
    <message>
        <source>Drop to import into %1. You see what the archives hold before anything is stored.</source>
        <translation>놓으면 ‘%1’에 가져옵니다. 저장하기 전에 아카이브의 내용을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Undo deletion</source>
        <translation>삭제 실행 취소</translation>
    </message>
    <message>
        <source>The local registry starts again by itself, with all that it had confirmed.</source>
        <translation>로컬 레지스트리는 저장을 확인한 모든 내용과 함께 저절로 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>The diagnostics say what was done last, without names and secrets; they help whoever mends it.</source>
        <translation>진단 정보에는 마지막으로 한 일이 이름과 비밀 키 없이 들어 있어, 문제를 고치는 데 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Berth ended unexpectedly the last time</source>
        <translation>지난번에 Berth가 예기치 않게 종료되었습니다</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message numerus="yes">
        <source>%n transfers were on their way; they stand below, paused: %1.</source>
        <translation>
            <numerusform>전송 %n개가 진행 중이었고, 아래 목록에 일시 중지되어 있습니다: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ManifestPage</name>
    <message>
        <source>Pretty</source>
        <translation>들여쓰기</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>저장된 그대로</translation>
    </message>
    <message>
        <source>Form of the manifest</source>
        <translation>매니페스트 표시 형식</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Find in the manifest</source>
        <translation>매니페스트에서 찾기</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>매니페스트</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes, their SHA-256 is the digest</source>
        <translation>
            <numerusform>%n바이트, SHA-256 값이 다이제스트와 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>Save manifest</source>
        <translation>매니페스트 저장</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>‘%1’ 파일을 저장하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>‘%1’ 파일로 저장했습니다</translation>
    </message>
</context>
<context>
    <name>berth::MessageModel</name>
    <message>
        <source>Artifact pushed</source>
        <translation>아티팩트 Push</translation>
    </message>
    <message>
        <source>Artifact pulled</source>
        <translation>아티팩트 Pull</translation>
    </message>
    <message>
        <source>Artifact deleted</source>
        <translation>아티팩트 삭제</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>event</comment>
        <translation>삭제</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>%1 후 재시도</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>event, date, answer</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, test</source>
        <comment>event</comment>
        <translation>%1, 테스트</translation>
    </message>
    <message>
        <source>%1, sent again</source>
        <comment>event</comment>
        <translation>%1, 재전송</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>전송 시간</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>받음</translation>
    </message>
</context>
<context>
    <name>berth::MessageView</name>
    <message>
        <source>Send again</source>
        <translation>다시 보내기</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>메시지 복사</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation>%1초 후</translation>
    </message>
    <message>
        <source>The next try is %1</source>
        <translation>다음 시도 %1</translation>
    </message>
    <message>
        <source>It waits for its turn</source>
        <translation>차례를 기다립니다</translation>
    </message>
    <message>
        <source>%1, as sent</source>
        <comment>size</comment>
        <translation>전송한 그대로 %1</translation>
    </message>
    <message>
        <source>Came to the inbox</source>
        <translation>수신함에 도착</translation>
    </message>
</context>
<context>
    <name>berth::MoveTagDialog</name>
    <message>
        <source>The connection was closed meanwhile.</source>
        <translation>그사이 연결이 닫혔습니다.</translation>
    </message>
    <message>
        <source>Move tag %1</source>
        <translation>태그 이동: %1</translation>
    </message>
    <message>
        <source>It then names another artifact of %1. The artifact that it leaves stays, with its other tags.</source>
        <translation>태그가 ‘%1’ 이미지의 다른 아티팩트를 가리키게 됩니다. 지금 아티팩트와 그 다른 태그는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>이동할 곳</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>태그 이동</translation>
    </message>
    <message>
        <source>A tag of the other artifact, or its digest</source>
        <translation>다른 아티팩트의 태그 또는 다이제스트</translation>
    </message>
    <message>
        <source>Name the artifact first</source>
        <translation>먼저 아티팩트를 입력하세요</translation>
    </message>
    <message>
        <source>More than one digest begins so. Type more of it.</source>
        <translation>이렇게 시작하는 다이제스트가 여러 개입니다. 더 입력하세요.</translation>
    </message>
    <message>
        <source>Neither a tag nor a digest</source>
        <translation>태그도 다이제스트도 아닙니다</translation>
    </message>
    <message>
        <source>%1 has no artifact %2</source>
        <translation>‘%1’ 이미지에 ‘%2’ 아티팩트가 없습니다</translation>
    </message>
    <message>
        <source>%1 is on this artifact already</source>
        <translation>‘%1’ 태그가 이미 이 아티팩트에 있습니다</translation>
    </message>
</context>
<context>
    <name>berth::NetworkPage</name>
    <message>
        <source>Proxy as the system has it.</source>
        <translation>시스템 설정의 프록시를 사용합니다.</translation>
    </message>
    <message>
        <source>Without a proxy.</source>
        <translation>프록시를 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Proxy %1.</source>
        <translation>프록시: %1.</translation>
    </message>
    <message>
        <source>Trusts the certificate of %1, until %2.</source>
        <translation>신뢰하는 인증서: %1, %2까지.</translation>
    </message>
    <message>
        <source>Trusts the authority %1, until %2.</source>
        <translation>신뢰하는 인증 기관: %1, %2까지.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Proxy and trust, for one connection each</source>
        <translation>연결별 프록시와 신뢰</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>편집: %1</translation>
    </message>
    <message>
        <source>On this computer; never through a proxy.</source>
        <translation>이 컴퓨터에 있으므로 프록시를 사용하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>berth::PatternInput</name>
    <message>
        <source>are named</source>
        <translation>이름이 일치</translation>
    </message>
    <message>
        <source>are not named</source>
        <translation>이름이 불일치</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Type a name or a pattern; ** stands for all.</source>
        <translation>이름이나 패턴을 입력하세요. **은 전체를 뜻합니다.</translation>
    </message>
</context>
<context>
    <name>berth::PlatformsPage</name>
    <message>
        <source>Pull command of the selected platform</source>
        <translation>선택한 플랫폼의 Pull 명령</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Pull 일시</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Build record</source>
        <translation>빌드 기록</translation>
    </message>
    <message>
        <source>not a platform</source>
        <translation>플랫폼 아님</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>berth::PolicyApplyDialog</name>
    <message>
        <source>Also delete the policies that only the registry has</source>
        <translation>이 레지스트리에만 있는 정책도 삭제</translation>
    </message>
    <message>
        <source>If cleanup ran then</source>
        <translation>적용한 뒤 정리를 실행하면</translation>
    </message>
    <message>
        <source>%1, disabled</source>
        <comment>added</comment>
        <translation>%1, 비활성화</translation>
    </message>
    <message>
        <source>is added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>is switched</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>is deleted</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>only here, stays</source>
        <translation>여기에만 있음, 유지</translation>
    </message>
    <message>
        <source>Apply policies to %1</source>
        <translation>%1에 정책 적용</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>출처: %1.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경 사항</translation>
    </message>
    <message>
        <source>Shares of what stays and goes</source>
        <translation>유지와 삭제의 비율</translation>
    </message>
    <message>
        <source>The policies of %1 could not be read</source>
        <translation>%1의 정책을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <translation>이미지 정리</translation>
    </message>
    <message>
        <source>Cleanup runs only when someone asks for it</source>
        <translation>요청할 때만 정리</translation>
    </message>
    <message>
        <source>Cleanup runs by the schedule %1, in UTC</source>
        <translation>일정 %1에 따라 UTC 기준으로 정리</translation>
    </message>
    <message>
        <source>is set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>이미지 보호</translation>
    </message>
    <message numerus="yes">
        <source>Make %n changes</source>
        <translation>
            <numerusform>%n개 변경 적용</numerusform>
        </translation>
    </message>
    <message>
        <source>There would be more policies than %1 of a kind</source>
        <translation>같은 종류의 정책이 %1개를 넘게 됩니다</translation>
    </message>
    <message>
        <source>Delete those that only the registry has, or some of the file.</source>
        <translation>이 레지스트리에만 있는 정책이나 파일의 일부를 삭제하세요.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>양쪽이 같습니다.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>keeps %1, deletes %2, %3</source>
        <comment>numbers, frees a size</comment>
        <translation>%1개 유지, %2개 삭제, %3</translation>
    </message>
    <message>
        <source>That is everything that is not protected.</source>
        <translation>보호되지 않은 모든 아티팩트입니다.</translation>
    </message>
    <message>
        <source>Not everything could be applied; what is left is below</source>
        <translation>모두 적용하지는 못했습니다. 남은 변경은 아래와 같습니다</translation>
    </message>
</context>
<context>
    <name>berth::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>변경 사항은 바로 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>berth::PreviewPanel</name>
    <message>
        <source>Shares of what stays and goes</source>
        <translation>유지와 삭제의 비율</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>keeps %1, deletes %2, %3</source>
        <comment>numbers, frees a size</comment>
        <translation>%1개 유지, %2개 삭제, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>17 artifacts, 7 go</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go</source>
        <translation>
            <numerusform>%n개 삭제</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::ProbeSteps</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Registry protocol</source>
        <translation>레지스트리 프로토콜</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>확인하지 않음</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>berth::ProtectionDialog</name>
    <message>
        <source>Images that</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Tags that</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>정책 내용</translation>
    </message>
    <message>
        <source>What still works, what does not</source>
        <translation>되는 일과 안 되는 일</translation>
    </message>
    <message>
        <source>Pulling works, and pushing new tags once.</source>
        <translation>Pull과, 새 태그의 첫 Push는 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Pushing over a tag does not, nor deleting it, its artifact, image or registry.</source>
        <translation>태그를 덮어쓰는 Push, 그리고 태그와 그 아티팩트, 이미지, 레지스트리의 삭제는 할 수 없습니다.</translation>
    </message>
    <message>
        <source>Edit protection policy</source>
        <translation>보호 정책 편집</translation>
    </message>
    <message>
        <source>Add protection policy</source>
        <translation>보호 정책 추가</translation>
    </message>
    <message>
        <source>Say which tags in %1 must stay as they are.</source>
        <translation>%1에서 그대로 유지할 태그를 정하세요.</translation>
    </message>
    <message>
        <source>Save policy</source>
        <translation>정책 저장</translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation>정책 추가</translation>
    </message>
    <message>
        <source>Policy %1 says the same</source>
        <translation>정책 %1과 내용이 같습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n patterns are not complete</source>
        <translation>
            <numerusform>완성되지 않은 패턴 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>With the last complete pattern, %1</source>
        <translation>마지막으로 완성된 패턴 %1 기준</translation>
    </message>
    <message>
        <source>Protected by policy %1, not by this one</source>
        <translation>이 정책이 아니라 정책 %1로 보호</translation>
    </message>
    <message>
        <source>Not protected, no tag matches</source>
        <translation>보호 안 됨, 일치하는 태그 없음</translation>
    </message>
    <message>
        <source>Protected already by policy %1</source>
        <translation>정책 %1로 이미 보호</translation>
    </message>
    <message>
        <source>One tag is enough to protect the artifact</source>
        <translation>태그 하나로 아티팩트가 보호됩니다</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <translation>%1에 Push</translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n artifacts</source>
        <translation>
            <numerusform>처음 %n개의 아티팩트</numerusform>
        </translation>
    </message>
    <message>
        <source>protects nothing now</source>
        <translation>지금은 보호하는 것이 없음</translation>
    </message>
    <message>
        <source>protects %1, %2, %3</source>
        <comment>7 tags, 6 artifacts, 0.9 GB</comment>
        <translation>%1, %2, %3 보호</translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>태그 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n images match</source>
        <translation>
            <numerusform>이미지 %n개 모두 일치</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n images match</source>
        <translation>
            <numerusform>이미지 %n개 중 %1개 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>No artifact has such a tag yet; the first push of one is possible and protected from then on</source>
        <translation>아직 해당 태그가 없습니다. 처음 Push할 수 있으며 그때부터 보호됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts have such a tag</source>
        <translation>
            <numerusform>해당 태그가 있는 아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The policy was not saved</source>
        <translation>정책을 저장하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>berth::ProtectionPage</name>
    <message>
        <source>Add protection policy…</source>
        <translation>보호 정책 추가…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>수정…</translation>
    </message>
    <message>
        <source>Delete protection policy</source>
        <translation>보호 정책 삭제</translation>
    </message>
    <message>
        <source>Try a tag…</source>
        <translation>태그로 확인…</translation>
    </message>
    <message>
        <source>Protection policies</source>
        <translation>보호 정책</translation>
    </message>
    <message>
        <source>What is protected can be pulled, never deleted or replaced, not even by an administrator.</source>
        <translation>보호된 아티팩트는 Pull할 수 있지만 관리자도 변경하거나 삭제할 수 없습니다.</translation>
    </message>
    <message>
        <source>Protected now</source>
        <translation>지금 보호 중</translation>
    </message>
    <message>
        <source>artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>The protection policies could not be read</source>
        <translation>보호 정책을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Protection goes before cleanup</source>
        <translation>이미지 보호 정책이 먼저 처리됩니다</translation>
    </message>
    <message numerus="yes">
        <source>The cleanup policies would delete %n artifacts that are protected here. They stay.</source>
        <translation>
            <numerusform>정리 정책의 대상 중 아티팩트 %n개가 여기에서 보호되어 삭제되지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>비활성화</translation>
    </message>
    <message numerus="yes">
        <source>protects %n</source>
        <comment>artifacts</comment>
        <translation>
            <numerusform>보호 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is protected</source>
        <translation>보호하지 않음</translation>
    </message>
    <message>
        <source>Anyone who may push can move or delete every tag of %1. A protection policy names the tags that must stay as they are.</source>
        <translation>Push 권한이 있으면 %1의 모든 태그를 옮기거나 삭제할 수 있습니다. 보호 정책은 그대로 유지할 태그를 정합니다.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>정책 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>There are %1 policies; more are not possible</source>
        <translation>정책이 %1개 있어 더 추가할 수 없습니다</translation>
    </message>
    <message>
        <source>Select a policy first</source>
        <translation>먼저 정책을 선택하세요</translation>
    </message>
    <message>
        <source>There is no policy yet</source>
        <translation>아직 정책이 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>policies</comment>
        <translation>%1/%2개</translation>
    </message>
    <message>
        <source>The policy was not changed</source>
        <translation>정책을 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>The policy could not be enabled</source>
        <translation>정책을 활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>The policy could not be disabled</source>
        <translation>정책을 비활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>The policy could not be deleted</source>
        <translation>정책을 삭제할 수 없습니다</translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation>정책을 삭제했습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>The policy could not be brought back</source>
        <translation>정책을 되돌릴 수 없습니다</translation>
    </message>
    <message>
        <source>The policy is back. New policies are enabled; this one was not.</source>
        <translation>정책을 되돌렸습니다. 새 정책은 활성화되지만 이 정책은 비활성화되어 있었습니다.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Policies as a file</source>
        <translation>정책 파일</translation>
    </message>
</context>
<context>
    <name>berth::RegistryRows</name>
    <message>
        <source>%1: %2</source>
        <comment>role: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Name of a registry</source>
        <translation>레지스트리 이름</translation>
    </message>
    <message>
        <source>%1 is in the list</source>
        <translation>%1 레지스트리는 이미 목록에 있습니다</translation>
    </message>
    <message>
        <source>Role in %1</source>
        <translation>%1에서의 역할</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
</context>
<context>
    <name>berth::RegistrySettingsDialog</name>
    <message>
        <source>Settings of the registry %1</source>
        <translation>%1 레지스트리 설정</translation>
    </message>
    <message>
        <source>They hold for everyone who uses this registry.</source>
        <translation>이 레지스트리를 쓰는 모두에게 적용됩니다.</translation>
    </message>
    <message>
        <source>Limit its size</source>
        <translation>크기 제한</translation>
    </message>
    <message>
        <source>It holds at most</source>
        <translation>최대 크기</translation>
    </message>
    <message>
        <source>Accept manifests whose content is missing</source>
        <translation>콘텐츠가 없는 매니페스트 허용</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>A push that would go beyond is refused; pulls go on.</source>
        <translation>한도를 넘는 Push는 거부되고 Pull은 계속됩니다.</translation>
    </message>
    <message>
        <source>For copies that hold a few platforms of an image only. Without it, a manifest is refused until all that it names is here.</source>
        <translation>이미지의 일부 플랫폼만 담는 사본을 위한 설정입니다. 끄면 매니페스트가 가리키는 것이 모두 있어야 받습니다.</translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation>설정을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>It holds %1 now.</source>
        <translation>현재 크기는 %1입니다.</translation>
    </message>
    <message>
        <source>The settings could not be changed</source>
        <translation>설정을 변경하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>berth::RegistryTableModel</name>
    <message numerus="yes">
        <source>Registry %1, %n images</source>
        <translation>
            <numerusform>레지스트리 %1, 이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>(no registry)</source>
        <translation>(레지스트리 없음)</translation>
    </message>
</context>
<context>
    <name>berth::RoleTable</name>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>See</source>
        <translation>조회</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Delete, policies, webhooks</source>
        <translation>삭제, 정책, 웹훅</translation>
    </message>
    <message>
        <source>Registries, caches, users</source>
        <translation>레지스트리, 캐시, 사용자</translation>
    </message>
</context>
<context>
    <name>berth::RunDialog</name>
    <message>
        <source>Run the cleanup of %1 now?</source>
        <translation>지금 %1의 이미지를 정리할까요?</translation>
    </message>
    <message>
        <source>It works on what is there when it begins.</source>
        <translation>시작할 때의 아티팩트를 대상으로 합니다.</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>지금 실행</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>What goes lies in the trash and can be restored until that is emptied.</source>
        <translation>삭제된 아티팩트는 휴지통에 있으며 비울 때까지 복원할 수 있습니다.</translation>
    </message>
    <message>
        <source>This server has no trash: what goes cannot be restored.</source>
        <translation>이 서버에는 휴지통이 없어 삭제한 아티팩트를 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>What it would delete is not known</source>
        <translation>삭제될 아티팩트를 알 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n artifacts are deleted, %2</source>
        <comment>5, frees 3 GB</comment>
        <translation>
            <numerusform>아티팩트 %n개 중 %1개 삭제, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts would go, but are protected.</source>
        <translation>
            <numerusform>삭제 대상이지만 보호된 아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of those that go were never pulled.</source>
        <translation>
            <numerusform>삭제될 아티팩트 중 %n개는 Pull한 적이 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>The cleanup did not begin</source>
        <translation>정리를 시작하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>berth::RunModel</name>
    <message>
        <source>under way</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation>오류로 종료</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>interrupted, the server ended meanwhile</source>
        <translation>서버 종료로 중단됨</translation>
    </message>
    <message>
        <source>skipped, the run before was still under way</source>
        <translation>이전 실행이 진행 중이라 건너뜀</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>정리 주기</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>%1, test</source>
        <comment>who</comment>
        <translation>%1, 테스트</translation>
    </message>
    <message>
        <source>Run %1, %2, %3</source>
        <comment>date, by whom, state</comment>
        <translation>실행 %1, %2, %3</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>확보</translation>
    </message>
</context>
<context>
    <name>berth::RunView</name>
    <message>
        <source>Back to the runs</source>
        <translation>실행 목록으로</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Compare with what we expected</source>
        <translation>예상과 비교</translation>
    </message>
    <message>
        <source>Images and artifacts of the run</source>
        <translation>실행의 이미지와 아티팩트</translation>
    </message>
    <message numerus="yes">
        <source>%n policies</source>
        <translation>
            <numerusform>정책 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would delete %1 of %n and free %2</source>
        <translation>
            <numerusform>%n개 중 %1개 삭제 예정, %2 확보 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted %1 of %n, freed %2</source>
        <translation>
            <numerusform>%n개 중 %1개 삭제, %2 확보</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n images</source>
        <translation>
            <numerusform>이미지 %n개 복원</numerusform>
        </translation>
    </message>
    <message>
        <source>The run looked at nothing</source>
        <translation>검사한 아티팩트가 없습니다</translation>
    </message>
    <message>
        <source>What the run did could not be read</source>
        <translation>실행 결과를 읽을 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 deleted</source>
        <comment>artifacts</comment>
        <translation>%2개 중 %1개 삭제</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>What became of each artifact is not kept any more</source>
        <translation>아티팩트별 결과는 더 이상 보관되어 있지 않습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n more kept</source>
        <translation>
            <numerusform>유지 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>What this run deleted is back.</source>
        <translation>이 실행에서 삭제한 아티팩트를 복원했습니다.</translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation>모두 복원하지는 못했습니다</translation>
    </message>
    <message>
        <source>The run could not be stopped</source>
        <translation>실행을 중지할 수 없습니다</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>비교 중…</translation>
    </message>
    <message>
        <source>The run could not be compared</source>
        <translation>실행을 비교할 수 없습니다</translation>
    </message>
    <message>
        <source>by the policies that it began with</source>
        <translation>실행을 시작할 때의 정책 기준</translation>
    </message>
    <message>
        <source>by the policies of now; the server does not tell those of then</source>
        <translation>현재 정책 기준(서버가 당시 정책을 알려 주지 않음)</translation>
    </message>
    <message>
        <source>It cannot be compared</source>
        <translation>비교할 수 없습니다</translation>
    </message>
    <message>
        <source>The server&apos;s log tells no times, and a policy looks at them.</source>
        <translation>서버 로그에 시간이 없지만 정책은 시간을 기준으로 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>All %n verdicts are what we expected, %1.</source>
        <translation>
            <numerusform>판정 %n개가 모두 예상과 같습니다(%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of them could be read.</source>
        <translation>일부는 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1 stayed, we expected it to go.</source>
        <translation>%1: 유지됨, 예상은 삭제</translation>
    </message>
    <message>
        <source>%1 is otherwise, we expected it to be protected.</source>
        <translation>%1: 다름, 예상은 보호</translation>
    </message>
    <message>
        <source>%1 is otherwise, we expected a policy to keep it.</source>
        <translation>%1: 다름, 예상은 정책으로 유지</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n verdicts are otherwise than we expected</source>
        <translation>
            <numerusform>판정 %n개 중 %1개가 예상과 다릅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Judged %1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>What this run deleted is on its way back…</source>
        <translation>이 실행에서 삭제한 아티팩트를 복원하는 중…</translation>
    </message>
</context>
<context>
    <name>berth::ScheduleDialog</name>
    <message>
        <source>Cron, five fields, UTC</source>
        <translation>Cron, 필드 5개, UTC</translation>
    </message>
    <message>
        <source>0–59</source>
        <translation>0–59</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>분</translation>
    </message>
    <message>
        <source>0–23, UTC</source>
        <translation>0–23, UTC</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>1–31</source>
        <translation>1–31</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>1–12, JAN–DEC</source>
        <translation>1–12, JAN–DEC</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>0–6, SUN–SAT</source>
        <translation>0–6, SUN–SAT</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>정책 내용</translation>
    </message>
    <message>
        <source>Cleanup schedule of %1</source>
        <translation>%1의 정리 주기</translation>
    </message>
    <message>
        <source>The server counts in UTC. Runs that are missed while it is off are not caught up.</source>
        <translation>서버는 UTC를 기준으로 합니다. 꺼져 있는 동안 놓친 실행은 다시 하지 않습니다.</translation>
    </message>
    <message>
        <source>Set schedule</source>
        <translation>정리 주기 설정</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>매시간</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>매일</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>매주</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>직접 설정</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>반복 주기</translation>
    </message>
    <message>
        <source>In plain words, with the last complete schedule</source>
        <translation>마지막으로 완성된 주기 기준</translation>
    </message>
    <message numerus="yes">
        <source>%n fields to change</source>
        <translation>
            <numerusform>고칠 필드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>It would never run</source>
        <translation>실행되지 않는 주기입니다</translation>
    </message>
    <message numerus="yes">
        <source>Next %n runs, %1</source>
        <translation>
            <numerusform>다음 실행 %n회, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>The schedule was not set</source>
        <translation>정리 주기를 설정하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>berth::SearchBox</name>
    <message>
        <source>Search or jump to</source>
        <translation>검색 또는 바로 가기</translation>
    </message>
    <message>
        <source>Search all connections</source>
        <translation>모든 연결에서 검색</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>검색 중…</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>‘%1’에 맞는 항목이 없습니다</translation>
    </message>
</context>
<context>
    <name>berth::SearchModel</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation>응답 없음: %1</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>연결 안 됨: %1</translation>
    </message>
    <message>
        <source>Tags not searched: %1</source>
        <translation>태그를 검색하지 않음: %1</translation>
    </message>
    <message>
        <source>%1 looked at %2 names, there are more</source>
        <translation>%1: 이름 %2개까지 찾아봄, 더 있습니다</translation>
    </message>
</context>
<context>
    <name>berth::SecretDialog</name>
    <message>
        <source>For %1: %2.</source>
        <comment>who, what it may do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
    <message>
        <source>Access key %1</source>
        <translation>액세스 키 %1</translation>
    </message>
    <message>
        <source>I have kept the secret</source>
        <translation>비밀 키를 보관했습니다</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>비밀 키 표시</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>비밀 키</translation>
    </message>
    <message>
        <source>The server stores only a hash of it. If it gets lost, make a new secret for the same ID.</source>
        <translation>서버는 해시만 저장합니다. 잃어버리면 같은 ID로 새 비밀 키를 만드세요.</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>액세스 키 ID</translation>
    </message>
    <message>
        <source>Sign in with it</source>
        <translation>로그인 명령</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>파일로 저장…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Berth uses the new secret and puts it into the keyring</source>
        <translation>Berth가 새 비밀 키를 쓰며 키링에 보관합니다</translation>
    </message>
    <message>
        <source>Other programs that use this key need it as well. It is shown here this once.</source>
        <translation>이 키를 쓰는 다른 프로그램에도 필요합니다. 지금 한 번만 표시됩니다.</translation>
    </message>
    <message>
        <source>This secret is shown once, now</source>
        <translation>비밀 키는 지금 한 번만 표시됩니다</translation>
    </message>
    <message>
        <source>Closing this window is the last time you can copy it.</source>
        <translation>이 창을 닫으면 더 이상 복사할 수 없습니다.</translation>
    </message>
    <message>
        <source>The secret is not marked as kept</source>
        <translation>비밀 키를 보관했다는 표시가 없습니다</translation>
    </message>
    <message>
        <source>Copy it and tick the box. Closing once more drops it; then only a new secret helps.</source>
        <translation>복사한 뒤 확인란을 선택하세요. 한 번 더 닫으면 사라지며 그때는 새 비밀 키를 만들어야 합니다.</translation>
    </message>
    <message>
        <source>Save the access key</source>
        <translation>액세스 키 저장</translation>
    </message>
    <message>
        <source>Saved to %1, readable by you only.</source>
        <translation>%1 파일에 저장했습니다. 본인만 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The key could not be saved to %1</source>
        <translation>%1 파일에 키를 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>Copy: Access key ID</source>
        <translation>액세스 키 ID 복사</translation>
    </message>
    <message>
        <source>Copy: Secret key</source>
        <translation>비밀 키 복사</translation>
    </message>
</context>
<context>
    <name>berth::ServerSettingsPane</name>
    <message>
        <source>Create an unknown registry when an administrator pushes into it</source>
        <translation>관리자가 없는 레지스트리에 Push하면 생성</translation>
    </message>
    <message>
        <source>A sign-in lasts</source>
        <translation>로그인 유지 시간</translation>
    </message>
    <message>
        <source>Keep this much disk free</source>
        <translation>비워 둘 디스크 공간</translation>
    </message>
    <message>
        <source>Empty the trash after</source>
        <translation>휴지통 비우기</translation>
    </message>
    <message>
        <source>Free unused space by itself</source>
        <translation>사용하지 않는 공간 자동 비우기</translation>
    </message>
    <message>
        <source>Verify all data every</source>
        <translation>전체 데이터 검사 주기</translation>
    </message>
    <message>
        <source>Changes apply at once. Size and rules of a single registry are in its own settings.</source>
        <translation>변경 사항은 바로 적용됩니다. 레지스트리별 크기와 규칙은 각 레지스트리 설정에 있습니다.</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>서버 설정</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>Pull and push</source>
        <translation>Pull과 Push</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, behind a number</comment>
        <translation>분</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>Without an access key</source>
        <translation>액세스 키 없이</translation>
    </message>
    <message>
        <source>Whoever reaches the address may do this, in all registries.</source>
        <translation>주소에 접근할 수 있으면 누구나 모든 레지스트리에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Clients sign in again by themselves. A key that is deleted ends at once, whatever stands here.</source>
        <translation>클라이언트는 스스로 다시 로그인합니다. 삭제된 키는 이 값과 관계없이 바로 무효가 됩니다.</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind a number</comment>
        <translation>일</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>보관 안 함</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>요청할 때만</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>Below it pushes get a clear answer, pulls go on.</source>
        <translation>이보다 적으면 Push는 이유와 함께 거부되고 Pull은 계속됩니다.</translation>
    </message>
    <message>
        <source>What no image names any more goes, a while after the last one let go of it.</source>
        <translation>어떤 이미지도 쓰지 않게 된 콘텐츠가 잠시 뒤 사라집니다.</translation>
    </message>
    <message>
        <source>Each byte is read at a quiet pace. What is bad is set aside, and the images that it hurts are named.</source>
        <translation>모든 바이트를 천천히 읽습니다. 손상된 것은 격리하고 영향을 받는 이미지를 알려 줍니다.</translation>
    </message>
    <message>
        <source>The settings of this server could not be read</source>
        <translation>이 서버의 설정을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>The change was not taken</source>
        <translation>변경 사항이 적용되지 않았습니다</translation>
    </message>
    <message>
        <source>Until then a deletion can be undone, and its bytes stay on the disk. A shorter time ends older ones for good.</source>
        <translation>그때까지 삭제를 되돌릴 수 있으며 용량은 디스크에 남습니다. 기간을 줄이면 더 오래된 삭제는 바로 영구 삭제됩니다.</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>공개 주소</translation>
    </message>
    <message>
        <source>What clients are told where a proxy stands before this server, as for HTTPS. Empty: the address that they used.</source>
        <translation>HTTPS처럼 이 서버 앞에 프록시가 있을 때 클라이언트에 알려 주는 주소입니다. 비워 두면 클라이언트가 사용한 주소를 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>berth::Session</name>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 서버에 연결되어 있지 않습니다</translation>
    </message>
    <message>
        <source>On this kind of server a registry comes into being with its first image</source>
        <translation>이 유형의 서버에서는 첫 이미지와 함께 레지스트리가 생성됩니다</translation>
    </message>
    <message>
        <source>On this kind of server a registry goes with its last image</source>
        <translation>이 유형의 서버에서는 마지막 이미지와 함께 레지스트리가 삭제됩니다</translation>
    </message>
    <message>
        <source>Your role on %1 does not allow this</source>
        <translation>%1 연결의 현재 권한으로는 할 수 없습니다</translation>
    </message>
    <message>
        <source>%1 cannot do this</source>
        <translation>%1 서버에서는 할 수 없습니다</translation>
    </message>
    <message>
        <source>Only an administrator of this server may do this</source>
        <translation>이 서버의 관리자만 할 수 있습니다</translation>
    </message>
    <message>
        <source>Your role here is %1: it %2</source>
        <comment>role, what it does</comment>
        <translation>여기서의 역할은 %1입니다: %2</translation>
    </message>
</context>
<context>
    <name>berth::SidebarModel</name>
    <message>
        <source>Connection %1</source>
        <translation>연결 %1</translation>
    </message>
    <message numerus="yes">
        <source>Registry %1, %n images</source>
        <translation>
            <numerusform>레지스트리 %1, 이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>키 없음</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>로그인 안 됨</translation>
    </message>
    <message>
        <source>No rights</source>
        <translation>권한 없음</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Connection %1, %2</source>
        <translation>연결 %1, %2</translation>
    </message>
    <message>
        <source>(no registry)</source>
        <translation>(레지스트리 없음)</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>알 수 없는 종류</translation>
    </message>
</context>
<context>
    <name>berth::StoragePane</name>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>고유</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>What a block&apos;s size is</source>
        <translation>블록 크기의 기준</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Collect now</source>
        <translation>지금 공간 회수</translation>
    </message>
    <message>
        <source>Verify data</source>
        <translation>데이터 검증</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>휴지통</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Images and what they hold</source>
        <translation>이미지와 사용 공간</translation>
    </message>
    <message>
        <source>Total on disk</source>
        <translation>디스크 합계</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>The storage could not be counted</source>
        <translation>저장 공간을 계산하지 못했습니다</translation>
    </message>
    <message>
        <source>The storage could not be counted again</source>
        <translation>저장 공간을 다시 계산하지 못했습니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>used by one image only</source>
        <translation>이미지 하나에서만 사용</translation>
    </message>
    <message>
        <source>stored once, saves %1</source>
        <translation>한 번만 저장, %1 절약</translation>
    </message>
    <message>
        <source>used by several images, stored once</source>
        <translation>여러 이미지에서 사용, 한 번만 저장</translation>
    </message>
    <message>
        <source>can still be restored</source>
        <translation>아직 복원 가능</translation>
    </message>
    <message>
        <source>nothing held</source>
        <translation>차지하는 공간 없음</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation>이 디스크에 %1 남음</translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation>%1 계산됨</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>goes with the next collection</source>
        <translation>다음 공간 회수 때 삭제</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Select an image</source>
        <translation>이미지 선택</translation>
    </message>
    <message>
        <source>Verifying could not be started</source>
        <translation>검증을 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>Collecting could not be started</source>
        <translation>공간 회수를 시작하지 못했습니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>검증 중지</translation>
    </message>
    <message>
        <source>Collecting: %1 of %2 are back</source>
        <translation>공간 회수 중: %2 중 %1 회수됨</translation>
    </message>
    <message>
        <source>Verifying: %1 of %2 read</source>
        <translation>검증 중: %2 중 %1 읽음</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged layers were put aside. Push these images again to heal them: %1</source>
        <translation>
            <numerusform>손상된 레이어 %n개를 따로 옮겨 두었습니다. 다음 이미지를 다시 Push하면 복구됩니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are in nobody&apos;s use and come back with the next collection.</source>
        <translation>사용되지 않는 %1 공간이 다음 공간 회수 때 돌아옵니다.</translation>
    </message>
    <message>
        <source>%1 are in nobody&apos;s use, but were pushed a short while ago; they come back from %2 on.</source>
        <translation>%1 공간이 사용되지 않지만 방금 Push되었습니다. %2 이후에 돌아옵니다.</translation>
    </message>
    <message>
        <source>Everything here is in use.</source>
        <translation>모두 사용 중입니다.</translation>
    </message>
    <message>
        <source>Verified %1: all whole.</source>
        <translation>%1 검증됨: 모두 온전합니다.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>this key sees some registries only</source>
        <translation>이 키는 일부 레지스트리만 볼 수 있습니다</translation>
    </message>
</context>
<context>
    <name>berth::StorageTable</name>
    <message>
        <source>%1: only here %2, shared %3</source>
        <translation>%1: 고유 %2, 공유 %3</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>고유</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>공유</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Oldest push</source>
        <translation>가장 오래된 Push</translation>
    </message>
</context>
<context>
    <name>berth::TagDialog</name>
    <message>
        <source>Create tag on %1</source>
        <translation>태그 생성: %1</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Create tag</source>
        <translation>태그 생성</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>In %1. It has no tag yet.</source>
        <translation>위치: %1. 아직 태그가 없습니다.</translation>
    </message>
    <message>
        <source>In %1. Its tags now: %2.</source>
        <translation>위치: %1. 현재 태그: %2.</translation>
    </message>
    <message>
        <source>Letters, digits and . _ - up to 128 characters</source>
        <translation>영문자, 숫자와 . _ - 기호로 최대 128자</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%2자 중 %1자</translation>
    </message>
    <message>
        <source>This artifact has that tag already</source>
        <translation>이 아티팩트에 이미 있는 태그입니다</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>태그 이동</translation>
    </message>
</context>
<context>
    <name>berth::TagHistoryPanel</name>
    <message>
        <source>Deleted; it was on %1</source>
        <translation>삭제됨, 이전 %1</translation>
    </message>
    <message>
        <source>Put on %1; it was new</source>
        <translation>%1에 새로 생성</translation>
    </message>
    <message>
        <source>Pushed again on %1</source>
        <translation>%1에 다시 Push</translation>
    </message>
    <message>
        <source>Moved from %1 to %2</source>
        <translation>%1에서 %2로 이동</translation>
    </message>
    <message>
        <source>History of the tag</source>
        <translation>태그 히스토리</translation>
    </message>
    <message>
        <source>The history could not be read. %1</source>
        <translation>히스토리를 읽을 수 없습니다. %1</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>%1의 히스토리</translation>
    </message>
    <message>
        <source>Select a tag to see where it was</source>
        <translation>태그를 선택하면 이동 기록을 볼 수 있습니다</translation>
    </message>
    <message>
        <source>the server itself</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>who, address</comment>
        <translation>%1, %2에서</translation>
    </message>
    <message>
        <source>Nothing is kept of it. The server&apos;s settings say for how many days it keeps this.</source>
        <translation>보관된 기록이 없습니다. 보관 일수는 서버 설정에서 정합니다.</translation>
    </message>
</context>
<context>
    <name>berth::TagMoveCard</name>
    <message>
        <source>The tag %1 was deleted meanwhile. Create it instead.</source>
        <translation>그 사이에 ‘%1’ 태그가 삭제되었습니다. 새로 생성하세요.</translation>
    </message>
    <message>
        <source>The tag %1 was moved meanwhile, to %2. Look again before you move it.</source>
        <translation>그 사이에 ‘%1’ 태그가 %2 아티팩트로 이동되었습니다. 이동하기 전에 다시 확인하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is on %2, pushed %3</source>
        <translation>‘%1’ 태그는 %2 아티팩트에 있습니다(Push: %3)</translation>
    </message>
    <message>
        <source>%1 is on %2</source>
        <translation>‘%1’ 태그는 %2 아티팩트에 있습니다</translation>
    </message>
    <message>
        <source>Creating never moves a tag. Move it if that is what you want: whoever pulls %1 then gets the other artifact.</source>
        <translation>생성으로는 태그가 이동하지 않습니다. 원한다면 이동하세요. 이후 ‘%1’ 태그를 Pull하면 다른 아티팩트를 받습니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>이후</translation>
    </message>
</context>
<context>
    <name>berth::TagRowModel</name>
    <message>
        <source>Tag %1 of artifact %2</source>
        <translation>아티팩트 %2의 태그 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n platforms</source>
        <translation>
            <numerusform>플랫폼 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Push 일시</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Pull 일시</translation>
    </message>
</context>
<context>
    <name>berth::TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Push 일시</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>Pull 일시</translation>
    </message>
</context>
<context>
    <name>berth::TagsPage</name>
    <message>
        <source>Create tag…</source>
        <translation>태그 생성…</translation>
    </message>
    <message>
        <source>Delete tag…</source>
        <translation>태그 삭제…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>태그 검색</translation>
    </message>
    <message>
        <source>Select a tag first</source>
        <translation>태그를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>The tags could not be loaded</source>
        <translation>태그를 불러오지 못했습니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Move tag…</source>
        <translation>태그 이동…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>히스토리</translation>
    </message>
    <message>
        <source>Where the selected tag was, and who moved it</source>
        <translation type="vanished">선택한 태그의 이동 기록</translation>
    </message>
</context>
<context>
    <name>berth::TerminalCard</name>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>first command</source>
        <translation>첫 번째 명령</translation>
    </message>
    <message>
        <source>second command</source>
        <translation>두 번째 명령</translation>
    </message>
    <message>
        <source>third command</source>
        <translation>세 번째 명령</translation>
    </message>
    <message>
        <source>From a terminal</source>
        <translation>터미널에서</translation>
    </message>
    <message>
        <source>Password: your secret key</source>
        <translation>비밀번호: 비밀 키</translation>
    </message>
    <message>
        <source>Copy secret key</source>
        <translation>비밀 키 복사</translation>
    </message>
    <message>
        <source>The nodes of a cluster cannot reach this computer&apos;s own address. Docker pulls the image, and it is loaded into them.</source>
        <translation>클러스터 노드는 이 컴퓨터의 로컬 주소에 접근할 수 없습니다. Docker로 Pull한 이미지를 노드에 넣습니다.</translation>
    </message>
    <message>
        <source>Replace my-app with the name of an image that you have.</source>
        <translation>my-app 대신 실제 이미지 이름을 쓰세요.</translation>
    </message>
</context>
<context>
    <name>berth::TestDialog</name>
    <message>
        <source>The message is made up; its image and digest exist nowhere.</source>
        <translation>가상의 메시지입니다. 이미지와 다이제스트는 존재하지 않습니다.</translation>
    </message>
    <message>
        <source>As if</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation>%1에 테스트 보내기</translation>
    </message>
    <message>
        <source>Each of its targets gets one message, also while it is disabled.</source>
        <translation>비활성화 상태에서도 각 대상에 메시지를 하나씩 보냅니다.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>The test was not sent</source>
        <translation>테스트를 보내지 않았습니다</translation>
    </message>
</context>
<context>
    <name>berth::TimelineModel</name>
    <message>
        <source>stays</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>%1 in %2, %3: %4</source>
        <comment>artifact, image, date, reason</comment>
        <translation>%2의 %1, %3: %4</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>삭제 시점</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>용량</translation>
    </message>
</context>
<context>
    <name>berth::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Arrow keys go from run to run. The table shows the same.</source>
        <translation>화살표 키로 실행 사이를 이동합니다. 표에서도 같은 내용을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>17 artifacts, 8 go</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go</source>
        <translation>
            <numerusform>%n개 삭제</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more stay</source>
        <translation>
            <numerusform>유지 %n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>Size of what goes in a run</source>
        <translation>실행마다 삭제되는 용량</translation>
    </message>
    <message>
        <source>Nothing goes in these days</source>
        <translation>이 기간에 삭제될 아티팩트가 없습니다</translation>
    </message>
    <message>
        <source>%1 goes %2: %3</source>
        <translation>%1, %2에 삭제: %3</translation>
    </message>
    <message>
        <source>%1 stays: %2</source>
        <translation>%1 유지: %2</translation>
    </message>
</context>
<context>
    <name>berth::TransferRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>%1 진행률</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 남음</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Starts when those before it are done</source>
        <translation>앞의 전송이 끝나면 시작됩니다</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>%1 만에 완료</translation>
    </message>
    <message>
        <source>Stopped at %1 %</source>
        <translation>%1&#xa0;%에서 중단됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Take %1 off the list</source>
        <translation>목록에서 %1 제거</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 취소</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>%1&#xa0;%에서 일시 중지됨</translation>
    </message>
    <message>
        <source>The server is away, trying again</source>
        <translation>서버 연결 끊김, 다시 시도 중</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 중지</translation>
    </message>
</context>
<context>
    <name>berth::TransfersPage</name>
    <message>
        <source>Transfers</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>OCI archive</source>
        <translation>OCI 아카이브</translation>
    </message>
    <message>
        <source>OCI archive, gzip</source>
        <translation>OCI 아카이브, gzip</translation>
    </message>
    <message>
        <source>OCI archive, zstd</source>
        <translation>OCI 아카이브, zstd</translation>
    </message>
    <message>
        <source>Docker archive</source>
        <translation>Docker 아카이브</translation>
    </message>
    <message>
        <source>Docker archive, gzip</source>
        <translation>Docker 아카이브, gzip</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Exports are</source>
        <translation>내보내기 형식</translation>
    </message>
    <message>
        <source>Each export can be told otherwise.</source>
        <translation>내보낼 때마다 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Save exports in</source>
        <translation>내보내기 저장 위치</translation>
    </message>
    <message>
        <source>Until I clear them</source>
        <translation>지울 때까지</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>유지 안 함</translation>
    </message>
    <message>
        <source>List</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>Keep finished transfers</source>
        <translation>완료된 전송 유지</translation>
    </message>
    <message>
        <source>What failed always stays until you clear it.</source>
        <translation>실패한 전송은 지울 때까지 남습니다.</translation>
    </message>
</context>
<context>
    <name>berth::TransfersPanel</name>
    <message>
        <source>Clear finished</source>
        <translation>끝난 전송 지우기</translation>
    </message>
    <message>
        <source>Open transfers</source>
        <translation>전송 패널 열기</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>Close transfers</source>
        <translation>전송 패널 닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n개 진행 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n개 대기 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n개 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>진행 중인 전송 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>일시 중지 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::TrashDetails</name>
    <message>
        <source>Deletion</source>
        <translation>삭제 기록</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Restore selected</source>
        <translation>선택 항목 복원</translation>
    </message>
    <message>
        <source>Artifacts in this deletion</source>
        <translation>이 삭제에 포함된 아티팩트</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>아티팩트</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Push 시간</translation>
    </message>
    <message>
        <source>Restore the tag %1 as</source>
        <translation>태그 %1 복원 이름</translation>
    </message>
    <message>
        <source>Tags have letters, digits and _ . -, begin with a letter, digit or _, and have 128 characters at most.</source>
        <translation>태그에는 영문자, 숫자, _ . - 문자를 쓰며, 영문자, 숫자 또는 _ 문자로 시작하고 최대 128자입니다.</translation>
    </message>
    <message>
        <source>The name %1 stays where it is now: restoring never overwrites.</source>
        <translation>이름 %1 지금 그대로 둡니다. 복원은 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>%1 then</source>
        <translation>삭제 당시 %1</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>지금 %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>From</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제 시간</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>비워지는 날</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>돌아오는 공간</translation>
    </message>
    <message>
        <source>The artifact of %1 is not there any more</source>
        <translation>%1 태그의 아티팩트가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>It was deleted itself. Restore that deletion first, then this one.</source>
        <translation>아티팩트도 삭제되었습니다. 그 삭제를 먼저 복원한 다음 이것을 복원하세요.</translation>
    </message>
    <message>
        <source>The name %1 is taken: another artifact has it since %2</source>
        <translation>이름 %1 사용 중: %2부터 다른 아티팩트에 있습니다</translation>
    </message>
    <message>
        <source>Restoring never overwrites. Pick what the old artifact gets instead.</source>
        <translation>복원은 덮어쓰지 않습니다. 이전 아티팩트에 붙일 이름을 정하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n names are taken by other artifacts</source>
        <translation>
            <numerusform>이름 %n개를 다른 아티팩트에서 사용 중입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring never overwrites. Pick what the old artifacts get instead.</source>
        <translation>복원은 덮어쓰지 않습니다. 이전 아티팩트들에 붙일 이름을 정하세요.</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>태그 없음</translation>
    </message>
    <message>
        <source>Contents %1</source>
        <translation>내용 %1</translation>
    </message>
    <message>
        <source>Its artifact is not there any more; restore that deletion first</source>
        <translation>아티팩트가 더 이상 없습니다. 그 삭제를 먼저 복원하세요</translation>
    </message>
    <message>
        <source>Give the tag a name that is allowed</source>
        <translation>태그에 사용할 수 있는 이름을 입력하세요</translation>
    </message>
</context>
<context>
    <name>berth::TrashModel</name>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>1 registry, empty</source>
        <translation>빈 레지스트리 1개</translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>태그 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image, %1</source>
        <translation>이미지 1개, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 artifacts, 5 tags</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Deleted %1: %2 from %3</source>
        <translation>%1 삭제: %3, %2</translation>
    </message>
    <message>
        <source>no tags</source>
        <translation>태그 없음</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제 시간</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>From</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>By</source>
        <translation>삭제한 사람</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>돌아오는 공간</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>비워지는 날</translation>
    </message>
    <message>
        <source>Cleanup</source>
        <comment>who deleted it</comment>
        <translation>이미지 정리</translation>
    </message>
</context>
<context>
    <name>berth::TrashPane</name>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>영구 삭제…</translation>
    </message>
    <message>
        <source>Empty trash…</source>
        <translation>휴지통 비우기…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>저장 공간</translation>
    </message>
    <message>
        <source>The trash could not be read</source>
        <translation>휴지통을 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Deletions</source>
        <translation>삭제 기록</translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts</source>
        <translation>
            <numerusform>아티팩트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 차지</translation>
    </message>
    <message>
        <source>nothing held</source>
        <translation>차지하는 공간 없음</translation>
    </message>
    <message numerus="yes">
        <source>emptied after %n days</source>
        <translation>
            <numerusform>%n일 뒤 비움</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>5 deletions, 2.9 GB held, emptied after 7 days</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n deletions</source>
        <translation>
            <numerusform>삭제 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>휴지통이 비어 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>What is deleted here stays for %n days and can be restored as it was.</source>
        <translation>
            <numerusform>여기서 삭제한 것은 %n일 동안 남아 있으며 그대로 복원할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a deletion to see what is in it</source>
        <translation>삭제 기록을 선택하면 내용이 표시됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n deletions selected</source>
        <translation>
            <numerusform>삭제 %n건 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a deletion first</source>
        <translation>먼저 삭제 기록을 선택하세요</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be restored</source>
        <translation>
            <numerusform>%n건을 복원하지 못했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored to %1.</source>
        <translation>%1 위치에 복원했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n deletions were restored.</source>
        <translation>
            <numerusform>삭제 %n건을 복원했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deletions for good?</source>
        <translation>
            <numerusform>삭제 %n건을 영구 삭제할까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>영구 삭제</translation>
    </message>
    <message>
        <source>They cannot be restored any more. Their bytes return with the next collection, which starts at once.</source>
        <translation>더 이상 복원할 수 없습니다. 공간은 바로 시작되는 공간 회수로 돌아옵니다.</translation>
    </message>
    <message>
        <source>%1 return.</source>
        <translation>%1 돌아옵니다.</translation>
    </message>
    <message>
        <source>Empty the trash of %1?</source>
        <translation>%1 휴지통을 비울까요?</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>휴지통 비우기</translation>
    </message>
    <message>
        <source>Nothing that is in it can be restored any more. Its bytes return with the next collection, which starts at once.</source>
        <translation>안에 있는 것은 더 이상 복원할 수 없습니다. 공간은 바로 시작되는 공간 회수로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
</context>
<context>
    <name>berth::Tray</name>
    <message>
        <source>Open Berth</source>
        <translation>Berth 열기</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Quit Berth</source>
        <translation>Berth 종료</translation>
    </message>
    <message>
        <source>Copy address	%1</source>
        <translation>주소 복사	%1</translation>
    </message>
    <message>
        <source>Stop local registry</source>
        <translation>로컬 레지스트리 중지</translation>
    </message>
    <message>
        <source>Start local registry</source>
        <translation>로컬 레지스트리 시작</translation>
    </message>
</context>
<context>
    <name>berth::Treemap</name>
    <message>
        <source>Where the bytes are</source>
        <translation>공간 사용 위치</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>registry, image, size</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>berth::TryTagDialog</name>
    <message>
        <source>As in a pull, without the registry: api/gateway:v1.0</source>
        <translation>레지스트리를 뺀 Pull 이름: api/gateway:v1.0</translation>
    </message>
    <message>
        <source>Image and tag</source>
        <translation>이미지와 태그</translation>
    </message>
    <message>
        <source>Try a tag against the policies of %1</source>
        <translation>%1의 정책으로 태그 확인</translation>
    </message>
    <message>
        <source>Nothing is changed, and the tag need not exist.</source>
        <translation>아무것도 변경하지 않으며 없는 태그도 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Name the tag behind a colon.</source>
        <translation>콜론 뒤에 태그를 입력하세요.</translation>
    </message>
    <message>
        <source>The policies cannot be read here</source>
        <translation>정책을 해석할 수 없습니다</translation>
    </message>
    <message>
        <source>Protected by policy %1</source>
        <translation>정책 %1로 보호됩니다</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>보호되지 않습니다</translation>
    </message>
    <message>
        <source>No enabled policy names it: it can be moved and deleted.</source>
        <translation>활성화된 정책에 해당하지 않아 옮기거나 삭제할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>berth::UndoBanner</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Show trash</source>
        <translation>휴지통 보기</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>알림 닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n registries deleted</source>
        <translation>
            <numerusform>레지스트리 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images deleted</source>
        <translation>
            <numerusform>이미지 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags deleted</source>
        <translation>
            <numerusform>태그 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n artifacts deleted</source>
        <translation>
            <numerusform>아티팩트 %n개 삭제됨</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 return on %2</source>
        <translation>%2에 %1 돌아옴</translation>
    </message>
</context>
<context>
    <name>berth::UserDialog</name>
    <message>
        <source>Create user</source>
        <translation>사용자 생성</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>A user has a role and up to five access keys to sign in with.</source>
        <translation>사용자는 역할 하나와 로그인용 액세스 키를 최대 5개 가집니다.</translation>
    </message>
    <message>
        <source>A change counts from the next request on.</source>
        <translation>변경 사항은 다음 요청부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Role on this server</source>
        <translation>이 서버에서의 역할</translation>
    </message>
    <message>
        <source>Another role in a registry</source>
        <translation>레지스트리별 역할</translation>
    </message>
    <message>
        <source>The user ends</source>
        <translation>사용 기한 있음</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Letters, digits and . _ - @, for people and for jobs.</source>
        <translation>영문자, 숫자와 . _ - @를 쓸 수 있습니다. 사람과 작업 모두 가능합니다.</translation>
    </message>
    <message>
        <source>It wins there over the role on this server.</source>
        <translation>그 레지스트리에서는 서버 역할보다 우선합니다.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>마지막 날</translation>
    </message>
    <message>
        <source>From the day after, the user&apos;s keys open nothing.</source>
        <translation>다음 날부터 이 사용자의 키를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>There is a user of that name already</source>
        <translation>같은 이름의 사용자가 이미 있습니다</translation>
    </message>
    <message>
        <source>The user could not be created</source>
        <translation>사용자를 생성하지 못했습니다</translation>
    </message>
    <message>
        <source>The user could not be changed</source>
        <translation>사용자를 변경하지 못했습니다</translation>
    </message>
</context>
<context>
    <name>berth::UserModel</name>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Anyone without a key</source>
        <translation>키가 없는 모든 사람</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Looks and pulls</source>
        <translation>조회와 Pull</translation>
    </message>
    <message>
        <source>Pulls and pushes</source>
        <translation>Pull과 Push</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료됨</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>%1 종료</translation>
    </message>
    <message>
        <source>User %1, %2</source>
        <translation>사용자 %1, %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>All; others in %1</source>
        <translation>모두, %1에서는 다름</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>keys</comment>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 접속</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>berth::UsersPane</name>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Create user…</source>
        <translation>사용자 생성…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>액세스 키</translation>
    </message>
    <message>
        <source>Delete user…</source>
        <translation>사용자 삭제…</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>The users could not be loaded</source>
        <translation>사용자 목록을 불러오지 못했습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>사용자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>No users</source>
        <translation>사용자 없음</translation>
    </message>
    <message>
        <source>Anyone without a key</source>
        <translation>키가 없는 모든 사람</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>%1 종료</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Select a user to see what the user may do</source>
        <translation>사용자를 선택하면 권한이 표시됩니다</translation>
    </message>
    <message numerus="yes">
        <source>%n users selected</source>
        <translation>
            <numerusform>사용자 %n명 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a key nothing is served unless it is switched on in the server&apos;s settings.</source>
        <translation>서버 설정에서 켜지 않으면 키 없이는 아무것도 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>All registries</source>
        <translation>모든 레지스트리</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Looks and pulls</source>
        <translation>조회와 Pull</translation>
    </message>
    <message>
        <source>Pulls and pushes</source>
        <translation>Pull과 Push</translation>
    </message>
    <message>
        <source>%1 has the role %2. A role for one registry wins over the role for the server. Changes count from the next request on.</source>
        <translation>%1 사용자의 역할은 %2입니다. 레지스트리별 역할이 서버 역할보다 우선합니다. 변경 사항은 다음 요청부터 적용됩니다.</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>그 외 모두</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성 일시</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 접속</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>keys</comment>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Registries %1</source>
        <translation>레지스트리 %1</translation>
    </message>
    <message>
        <source>Select a user first</source>
        <translation>사용자를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>This is not a user: the server&apos;s settings decide</source>
        <translation>사용자가 아닙니다. 서버 설정에서 정합니다</translation>
    </message>
    <message>
        <source>Server settings</source>
        <translation>서버 설정</translation>
    </message>
    <message>
        <source>Select one user only</source>
        <translation>사용자를 한 명만 선택하세요</translation>
    </message>
    <message>
        <source>Berth itself signs in as this user</source>
        <translation>Berth가 이 사용자로 로그인합니다</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users?</source>
        <translation>
            <numerusform>사용자 %n명을 삭제할까요?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users</source>
        <translation>
            <numerusform>사용자 %n명 삭제</numerusform>
        </translation>
    </message>
    <message>
        <source>Their access keys stop working at once. What they pushed stays.</source>
        <translation>액세스 키를 바로 쓸 수 없게 됩니다. Push한 것은 그대로 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n access keys go with them. Users cannot be restored.</source>
        <translation>
            <numerusform>액세스 키 %n개도 삭제됩니다. 사용자는 복원할 수 없습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>berth::WebhookDialog</name>
    <message>
        <source>May stay empty.</source>
        <translation>비워 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Use the inbox of this registry</source>
        <translation>이 레지스트리의 수신함 사용</translation>
    </message>
    <message>
        <source>When</source>
        <translation>알릴 때</translation>
    </message>
    <message>
        <source>Artifact pushed</source>
        <translation>아티팩트 Push</translation>
    </message>
    <message>
        <source>also each platform of an index, and copies</source>
        <translation>인덱스의 각 플랫폼과 복사본도 포함</translation>
    </message>
    <message>
        <source>Artifact pulled</source>
        <translation>아티팩트 Pull</translation>
    </message>
    <message>
        <source>many, where machines pull</source>
        <translation>자동 Pull이 많으면 알림도 많음</translation>
    </message>
    <message>
        <source>Artifact deleted</source>
        <translation>아티팩트 삭제</translation>
    </message>
    <message>
        <source>one for each artifact, by cleanup, too</source>
        <translation>아티팩트마다 하나, 이미지 정리도 포함</translation>
    </message>
    <message>
        <source>Sent as it is, for example Bearer abc. Kept secret, never shown again.</source>
        <translation>그대로 전송합니다(예: Bearer abc). 비밀로 보관하며 다시 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Authorization header</source>
        <translation>Authorization 헤더</translation>
    </message>
    <message>
        <source>Form of the message</source>
        <translation>메시지 형식</translation>
    </message>
    <message>
        <source>Accept any certificate from this address</source>
        <translation>이 주소의 인증서를 확인하지 않음</translation>
    </message>
    <message>
        <source>Edit webhook</source>
        <translation>웹훅 수정</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>웹훅 생성</translation>
    </message>
    <message>
        <source>The registry %1 on %2 calls this address when an image changes.</source>
        <translation>%2의 레지스트리 %1에서 이미지가 변경되면 이 주소를 호출합니다.</translation>
    </message>
    <message>
        <source>Save webhook</source>
        <translation>웹훅 저장</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본</translation>
    </message>
    <message numerus="yes">
        <source>It has %n more targets, which stay as they are.</source>
        <translation>
            <numerusform>대상이 %n개 더 있으며 그대로 유지됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the address that is to be called.</source>
        <translation>호출할 주소를 입력하세요.</translation>
    </message>
    <message>
        <source>The stored header belongs to the former address. Type it anew, or leave it empty.</source>
        <translation>저장된 헤더는 이전 주소의 것입니다. 다시 입력하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>Sends a message for a channel.</source>
        <translation>채널에 메시지를 보냅니다.</translation>
    </message>
    <message>
        <source>Sends JSON with POST.</source>
        <translation>POST로 JSON을 보냅니다.</translation>
    </message>
    <message>
        <source>One is stored and not shown. Leave it to keep it, empty it to send none.</source>
        <translation>저장된 값은 표시하지 않습니다. 그대로 두면 유지되고, 비우면 보내지 않습니다.</translation>
    </message>
    <message>
        <source>There is a webhook of that name</source>
        <translation>같은 이름의 웹훅이 있습니다</translation>
    </message>
    <message>
        <source>Ports 80, 88, 443 and 8443 work.</source>
        <translation>포트 80, 88, 443, 8443을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Tick what it is to tell of.</source>
        <translation>알릴 이벤트를 선택하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n fields to change</source>
        <translation>
            <numerusform>고칠 필드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The webhook was not saved</source>
        <translation>웹훅을 저장하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>berth::WebhooksPage</name>
    <message>
        <source>no target</source>
        <translation>대상 없음</translation>
    </message>
    <message>
        <source>Slack, %1</source>
        <translation>Slack, %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Create webhook…</source>
        <translation>웹훅 생성…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>수정…</translation>
    </message>
    <message>
        <source>Delete webhook…</source>
        <translation>웹훅 삭제…</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>테스트 보내기…</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>메시지 종류</translation>
    </message>
    <message>
        <source>The messages could not be read</source>
        <translation>메시지를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>%1 후 재시도</translation>
    </message>
    <message>
        <source>Tries</source>
        <comment>MessageModel</comment>
        <translation>시도</translation>
    </message>
    <message>
        <source>webhook %1</source>
        <translation>웹훅 %1</translation>
    </message>
    <message>
        <source>This server has no webhooks</source>
        <translation>이 서버에는 웹훅이 없습니다</translation>
    </message>
    <message>
        <source>The webhooks could not be read</source>
        <translation>웹훅을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>비활성화</translation>
    </message>
    <message>
        <source>Nobody is told</source>
        <translation>알림 대상 없음</translation>
    </message>
    <message>
        <source>A webhook calls an address of yours, or writes to a Slack channel, when an image of %1 is pushed, pulled or deleted.</source>
        <translation>웹훅은 %1의 이미지를 Push, Pull 또는 삭제할 때 지정한 주소를 호출하거나 Slack 채널에 알립니다.</translation>
    </message>
    <message>
        <source>%1 does not tell what became of its messages.</source>
        <translation>%1에서는 메시지 전송 결과를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>%1의 메시지</translation>
    </message>
    <message>
        <source>Select a webhook first</source>
        <translation>먼저 웹훅을 선택하세요</translation>
    </message>
    <message>
        <source>Delete the webhook %1?</source>
        <translation>웹훅 %1, 삭제할까요?</translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation>웹훅 삭제</translation>
    </message>
    <message>
        <source>Messages that wait for it are not sent, and what is known of the others goes with it.</source>
        <translation>대기 중인 메시지는 보내지 않으며 전송 기록도 함께 삭제됩니다.</translation>
    </message>
    <message>
        <source>The webhook was not changed</source>
        <translation>웹훅을 변경하지 않았습니다</translation>
    </message>
    <message>
        <source>The webhook could not be enabled</source>
        <translation>웹훅을 활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>The webhook could not be disabled</source>
        <translation>웹훅을 비활성화할 수 없습니다</translation>
    </message>
    <message>
        <source>It is being sent</source>
        <translation>보내는 중입니다</translation>
    </message>
    <message>
        <source>The message was not sent again</source>
        <translation>메시지를 다시 보내지 못했습니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>수신함</translation>
    </message>
    <message>
        <source>Inbox of %1</source>
        <translation>%1의 수신함</translation>
    </message>
    <message>
        <source>The inbox could not be read</source>
        <translation>수신함을 읽을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Start in the tray, without a window.</source>
        <translation>창 없이 트레이에서 시작합니다.</translation>
    </message>
    <message>
        <source>Folder of the local registry.</source>
        <translation>로컬 레지스트리의 폴더입니다.</translation>
    </message>
    <message>
        <source>Image archives to import.</source>
        <translation>가져올 이미지 아카이브입니다.</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Enter a name</source>
        <translation>이름을 입력하세요</translation>
    </message>
    <message>
        <source>Registry names use a–z, 0–9 and single . _ - between them, and cannot be v2, api, service, ncr or c</source>
        <translation>레지스트리 이름에는 a–z, 0–9와 그 사이의 . _ - 한 글자를 쓸 수 있으며 v2, api, service, ncr, c 이름은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Image names use a–z, 0–9 and - _ . / with separators only between letters or digits</source>
        <translation>이미지 이름에는 a–z, 0–9와 - _ . / 기호를 쓸 수 있으며 기호는 영문자나 숫자 사이에만 올 수 있습니다</translation>
    </message>
    <message>
        <source>Enter a tag</source>
        <translation>태그를 입력하세요</translation>
    </message>
    <message>
        <source>Tags have up to 128 letters, digits and . _ - and do not begin with . or -</source>
        <translation>태그에는 영문자, 숫자와 . _ - 기호를 최대 128자까지 쓸 수 있으며 첫 글자로 . 또는 - 기호는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Names of users have up to 64 letters, digits and . _ - @</source>
        <translation>사용자 이름에는 영문자, 숫자와 . _ - @를 최대 64자까지 쓸 수 있습니다</translation>
    </message>
</context>
</TS>
