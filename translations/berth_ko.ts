<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
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
    <name>berth::Breadcrumb</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
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
        <source>Create tag</source>
        <translation>태그 생성</translation>
    </message>
    <message>
        <source>A further name for the artifact %1. A tag that exists is never moved.</source>
        <translation>아티팩트 %1에 이름을 하나 더 붙입니다. 이미 있는 태그는 옮기지 않습니다.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Letters, digits and . _ - up to 128 characters</source>
        <translation>영문자, 숫자와 . _ - 기호로 최대 128자</translation>
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
        <source>Create tag…</source>
        <translation>태그 생성…</translation>
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
    <message>
        <source>The registries of %1 could not be loaded</source>
        <translation>%1 연결의 레지스트리를 불러오지 못했습니다</translation>
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
        <source>No images yet</source>
        <translation>아직 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>아직 아무것도 없습니다</translation>
    </message>
    <message>
        <source>Drop an image archive on this window, or push one from a terminal.</source>
        <translation>이미지 아카이브를 이 창에 끌어다 놓거나 터미널에서 이미지를 Push 하세요.</translation>
    </message>
    <message>
        <source>View images</source>
        <translation>이미지 보기</translation>
    </message>
    <message>
        <source>Delete registry…</source>
        <translation>레지스트리 삭제…</translation>
    </message>
    <message>
        <source>Select a registry first</source>
        <translation>레지스트리를 먼저 선택하세요</translation>
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
        <source>Select an image first</source>
        <translation>이미지를 먼저 선택하세요</translation>
    </message>
    <message>
        <source>Delete artifact…</source>
        <translation>아티팩트 삭제…</translation>
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
        <source>Quit while an import is running?</source>
        <translation>가져오는 중에 종료할까요?</translation>
    </message>
    <message>
        <source>The import is cancelled and no tag is written. Layers that were sent are kept, so importing again is quick.</source>
        <translation>가져오기가 취소되고 태그가 생성되지 않습니다. 이미 전송한 레이어는 유지되므로 다시 가져올 때는 빠릅니다.</translation>
    </message>
    <message>
        <source>Cancel the import and quit</source>
        <translation>가져오기 취소 후 종료</translation>
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
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>상세 정보 열기</translation>
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
    <name>berth::FirstStartPage</name>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>sign-in command</source>
        <translation>로그인 명령</translation>
    </message>
    <message>
        <source>tag command</source>
        <translation>태그 명령</translation>
    </message>
    <message>
        <source>push command</source>
        <translation>Push 명령</translation>
    </message>
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
        <source>Push from a terminal</source>
        <translation>터미널에서 Push</translation>
    </message>
    <message>
        <source>Replace my-app with the name of an image that you have.</source>
        <translation>my-app 대신 실제 이미지 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Copy secret key</source>
        <translation>비밀 키 복사</translation>
    </message>
    <message>
        <source>Password: your secret key</source>
        <translation>비밀번호: 비밀 키</translation>
    </message>
    <message>
        <source>It answers on this computer only. There are two ways to put the first image in.</source>
        <translation>이 컴퓨터에서만 접속할 수 있습니다. 첫 이미지를 넣는 방법은 두 가지입니다.</translation>
    </message>
    <message>
        <source>Closing this window leaves it running in the tray, where there is one.</source>
        <translation>트레이가 있는 환경에서는 이 창을 닫아도 트레이에서 계속 실행됩니다.</translation>
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
    <name>berth::LocalCard</name>
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
        <translation>키링 잠김</translation>
    </message>
    <message>
        <source>Local registry could not start</source>
        <translation>로컬 레지스트리를 시작하지 못함</translation>
    </message>
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
        <translation>gnome-keyring이나 KWallet 같은 키링 서비스를 설치하고 시작한 다음 다시 시도하세요.</translation>
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
    <name>berth::MainWindow</name>
    <message>
        <source>Local</source>
        <translation>로컬</translation>
    </message>
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
        <source>%1 › %2 › %3:%4</source>
        <translation>%1 › %2 › %3:%4</translation>
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
</context>
<context>
    <name>berth::TransferRow</name>
    <message>
        <source>to %1</source>
        <translation>대상: %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 진행률</translation>
    </message>
    <message>
        <source>Cancel the import of %1</source>
        <translation>%1 가져오기 취소</translation>
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
        <source>Sending, %1/s</source>
        <translation>전송 중, %1/s</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>전송 중</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>%1 만에 완료</translation>
    </message>
    <message>
        <source>%1 sent, %2 was there</source>
        <translation>%1 전송, %2 이미 있음</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 전송</translation>
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
        <source>No tag was written</source>
        <translation>태그가 생성되지 않았습니다</translation>
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
    <name>client</name>
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
        <source>%1 closed the connection.</source>
        <translation>%1 서버에서 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation>%1 서버에 연결하지 못했습니다: %2</translation>
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
        <source>The server refused with the code %1.</source>
        <translation>서버가 요청을 거부했습니다(코드 %1).</translation>
    </message>
    <message>
        <source>The server answered HTTP %1.</source>
        <translation>서버가 HTTP %1 코드로 응답했습니다.</translation>
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
        <source>Signing in failed</source>
        <translation>로그인하지 못했습니다</translation>
    </message>
    <message>
        <source>The token service gave no token.</source>
        <translation>토큰 서비스에서 토큰을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Asking for a layer failed</source>
        <translation>레이어를 조회하지 못했습니다</translation>
    </message>
    <message>
        <source>The server did not accept the upload</source>
        <translation>서버가 업로드를 받지 않았습니다</translation>
    </message>
    <message>
        <source>The server refused a layer</source>
        <translation>서버가 레이어를 거부했습니다</translation>
    </message>
    <message>
        <source>The server refused the image</source>
        <translation>서버가 이미지를 거부했습니다</translation>
    </message>
    <message>
        <source>The manifest could not be read</source>
        <translation>매니페스트를 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Asking for a tag failed</source>
        <translation>태그를 조회하지 못했습니다</translation>
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
</context>
</TS>
