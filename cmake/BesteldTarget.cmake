# How every target of the project is compiled: one place for warnings, sanitizers and the ready-made
# include root, so that a room's own CMakeLists.txt says only what it holds and what it uses.
option(BESTELD_PCH "parse the common headers once for all" ON)
option(BESTELD_UNITY "compile the files of a room a few at a time" ON)
find_program(BESTELD_CCACHE ccache)
if(BESTELD_CCACHE)
    # What ccache's manual asks for precompiled headers.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${BESTELD_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

add_library(besteld_options INTERFACE)
target_compile_options(besteld_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
    -Wno-missing-designated-field-initializers) # members have defaults; naming only what differs is the idiom
# Line tables are what a back trace needs; the full description of every type costs a fifth of the build.
target_compile_options(besteld_options INTERFACE $<$<CONFIG:RelWithDebInfo>:-g1>)
target_compile_definitions(besteld_options INTERFACE _GLIBCXX_ASSERTIONS
    BESTELD_VERSION="${PROJECT_VERSION}")
# src/ and the project root are the include roots: "order/order.hpp", "parsers/read.hpp".
target_include_directories(besteld_options INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
target_link_options(besteld_options INTERFACE -fuse-ld=lld-19)
if(BESTELD_SANITIZE)
    target_compile_options(besteld_options INTERFACE -fsanitize=${BESTELD_SANITIZE}
        -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
    target_link_options(besteld_options INTERFACE -fsanitize=${BESTELD_SANITIZE})
    target_compile_definitions(besteld_options INTERFACE BESTELD_SANITIZED)
endif()
if(BESTELD_FUZZ)
    target_compile_options(besteld_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# The common headers, parsed once for the rooms and once for their tests; made in BesteldDependencies,
# when GoogleTest is known.
function(besteld_share_headers name header)
    if(BESTELD_PCH)
        add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/common.cpp)
        target_link_libraries(${name} PRIVATE besteld_options ${ARGN})
        target_compile_options(${name} PRIVATE -Xclang -fno-pch-timestamp)
        target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/${header})
    endif()
endfunction()
# Whoever is built on the order model gets its headers too; `kind` is empty or _test.
function(besteld_reuse_headers target kind)
    if(BESTELD_PCH)
        set(owner besteld_common${kind})
        foreach(room IN ITEMS besteld_order besteld_check besteld_store besteld_flow besteld_deliver besteld_desk besteld_web)
            if(room IN_LIST ARGN OR room STREQUAL target)
                set(owner besteld_common_order${kind})
            endif()
        endforeach()
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
endfunction()

# Orders are large values of values: copying and destroying them inlined in every file costs a fifth of the
# build and gains nothing that bench/judging.py can measure. Rooms that go byte by byte say HOT.
function(besteld_inline_less target)
    target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:SHELL:-mllvm -inline-threshold=25>)
endfunction()

# What the files of a room parse and instantiate is the same in most of them: six in one go cost less than half of
# six by themselves. Rooms whose files name their helpers alike (the readers, the checks) do without. clang-tidy takes
# each file alone (the preset "tidy"), so none lives by its neighbour's includes.
function(besteld_compile_together target)
    if(BESTELD_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    endif()
endfunction()

# besteld_library(NAME [HOT] [TOGETHER] SOURCES a.cpp … USES lib …): one room of the house as a static library.
function(besteld_library name)
    cmake_parse_arguments(ARG "HOT;TOGETHER" "" "SOURCES;USES" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC besteld_options ${ARG_USES})
    besteld_reuse_headers(${name} "" ${ARG_USES})
    if(ARG_TOGETHER)
        besteld_compile_together(${name})
    endif()
    if(NOT ARG_HOT)
        besteld_inline_less(${name})
    endif()
endfunction()

# besteld_test(NAME SOURCES a.cpp … USES lib … [LABEL l] [NEEDS fixture] [TIMEOUT s]): a GoogleTest
# binary whose cases appear one by one in ctest under their own names.
function(besteld_test name)
    cmake_parse_arguments(ARG "" "LABEL;NEEDS;TIMEOUT" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE besteld_options ${ARG_USES} GTest::gmock GTest::gtest GTest::gtest_main)
    besteld_reuse_headers(${name} _test ${ARG_USES})
    besteld_inline_less(${name})
    target_compile_definitions(${name} PRIVATE BESTELD_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        BESTELD_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set(properties "")
    if(ARG_LABEL)
        list(APPEND properties LABELS ${ARG_LABEL})
    endif()
    if(ARG_NEEDS)
        list(APPEND properties FIXTURES_REQUIRED ${ARG_NEEDS})
    endif()
    if(ARG_TIMEOUT)
        list(APPEND properties TIMEOUT ${ARG_TIMEOUT})
    else()
        list(APPEND properties TIMEOUT 60)
    endif()
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
endfunction()
