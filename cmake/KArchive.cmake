# SPDX-License-Identifier: Apache-2.0
# KF6::Archive: the packaged one where there is one (Debian 13, Fedora, Arch, Homebrew, vcpkg), else built once as a shared library
# from the source that packaging/fetch-karchive.sh has put into BERTH_KARCHIVE_SOURCE (LGPL: kept replaceable).
find_package(KF6Archive QUIET)
if(TARGET KF6::Archive)
    return()
endif()

set(BERTH_KARCHIVE_SOURCE "$ENV{BERTH_KARCHIVE_SOURCE}" CACHE PATH "Unpacked source of KArchive 6")
if(NOT BERTH_KARCHIVE_SOURCE)
    set(BERTH_KARCHIVE_SOURCE "${CMAKE_SOURCE_DIR}/.cache/karchive/source" CACHE PATH "" FORCE)
endif()
if(NOT EXISTS ${BERTH_KARCHIVE_SOURCE}/src/ktar.cpp)
    execute_process(COMMAND sh ${CMAKE_SOURCE_DIR}/packaging/fetch-karchive.sh ${CMAKE_SOURCE_DIR}/.cache/karchive
        RESULT_VARIABLE fetched)
    if(NOT fetched EQUAL 0 OR NOT EXISTS ${BERTH_KARCHIVE_SOURCE}/src/ktar.cpp)
        message(FATAL_ERROR "KArchive is neither packaged here nor could its source be fetched. "
            "Unpack KArchive 6 and set BERTH_KARCHIVE_SOURCE to its folder.")
    endif()
endif()

find_package(ZLIB REQUIRED)
find_package(LibLZMA REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
set(source ${BERTH_KARCHIVE_SOURCE}/src)
set(generated ${CMAKE_BINARY_DIR}/karchive)
set(HAVE_XZ_SUPPORT 1)
set(HAVE_ZSTD_SUPPORT 1)
configure_file(${source}/config-compression.h.cmake ${generated}/config-compression.h)
file(CONFIGURE OUTPUT ${generated}/loggingcategory.h
    CONTENT "#pragma once\n#include <QLoggingCategory>\nQ_DECLARE_LOGGING_CATEGORY(KArchiveLog)\n")
file(CONFIGURE OUTPUT ${generated}/log.cpp
    CONTENT "#include \"loggingcategory.h\"\nQ_LOGGING_CATEGORY(KArchiveLog, \"kf.archive\", QtWarningMsg)\n")
set(files karchive kcompressiondevice kfilterbase kgzipfilter klimitediodevice knonefilter ktar kxzfilter kzstdfilter)
list(TRANSFORM files REPLACE "(.+)" "${source}/\\1.cpp")
add_library(KF6Archive SHARED ${generated}/log.cpp ${files})
set(deprecation "#define KARCHIVE_BUILD_DEPRECATED_SINCE(a, b) 1\n#define KARCHIVE_ENABLE_DEPRECATED_SINCE(a, b) 1\n#define KARCHIVE_DEPRECATED_VERSION(a, b, text)\n")
include(GenerateExportHeader)
generate_export_header(KF6Archive BASE_NAME KARCHIVE EXPORT_FILE_NAME ${generated}/karchive_export.h
    CUSTOM_CONTENT_FROM_VARIABLE deprecation)
set_target_properties(KF6Archive PROPERTIES AUTOMOC ON VERSION 6.13.0 SOVERSION 6 CXX_STANDARD 17
    CXX_VISIBILITY_PRESET hidden)
target_include_directories(KF6Archive SYSTEM PUBLIC ${source} ${generated})
target_link_libraries(KF6Archive PUBLIC Qt6::Core PRIVATE ZLIB::ZLIB LibLZMA::LibLZMA PkgConfig::zstd)
add_library(KF6::Archive ALIAS KF6Archive)
