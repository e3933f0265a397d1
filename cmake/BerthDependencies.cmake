# SPDX-License-Identifier: Apache-2.0
# Where each dependency is found. The README's table says what each is for and who keeps it.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent Network Sql Test)
if(BERTH_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg DBus LinguistTools)
    find_package(Qt6Keychain REQUIRED)
endif()
find_package(QCoro6 REQUIRED COMPONENTS Core)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(LibArchive 3.6 REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
include(KArchive)

# Asio and Beast are compiled once, for all who use them.
add_library(boost_asio STATIC ${CMAKE_SOURCE_DIR}/cmake/BoostAsio.cpp)
target_compile_definitions(boost_asio PUBLIC BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
target_link_libraries(boost_asio PUBLIC Boost::headers Threads::Threads PRIVATE project_options)
