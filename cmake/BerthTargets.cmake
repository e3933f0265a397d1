# SPDX-License-Identifier: Apache-2.0
# Every compiler flag of the project lives in these interface targets.
add_library(project_options INTERFACE)
target_compile_options(project_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
target_compile_definitions(project_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    $<$<BOOL:${BERTH_PORTABLE}>:BERTH_PORTABLE>)
# g++ 12 at -O2 sees overruns inside inlined std::string code, and mismatched deletes in Asio's coroutine frames, that are not there.
target_compile_options(project_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread
    -Wno-array-bounds -Wno-maybe-uninitialized -Wno-mismatched-new-delete>)
if(BERTH_WERROR)
    target_compile_options(project_options INTERFACE -Werror)
endif()
if(BERTH_SANITIZE)
    add_compile_options(-fsanitize=${BERTH_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${BERTH_SANITIZE})
    if(BERTH_SANITIZE STREQUAL "thread")
        target_compile_options(project_options INTERFACE -Wno-error=tsan) # Asio's fences
    endif()
endif()

# The file of this system, or its portable twin: berth_system_source(out dir/Name) picks
# Name_linux.cpp, Name_windows.cpp or Name_macos.cpp where there is one, else Name_portable.cpp.
function(berth_system_source out name)
    set(suffix portable)
    if(NOT BERTH_PORTABLE)
        if(WIN32 AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}_windows.cpp)
            set(suffix windows)
        elseif(APPLE AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}_macos.cpp)
            set(suffix macos)
        elseif(LINUX AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}_linux.cpp)
            set(suffix linux)
        elseif(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${name}_linux.cpp)
            set(suffix linux)
        endif()
    endif()
    set(${out} ${name}_${suffix}.cpp PARENT_SCOPE)
endfunction()

# berth_library(name SOURCES … PUBLIC … PRIVATE …): one static library a folder of src/.
function(berth_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} project_options)
endfunction()
