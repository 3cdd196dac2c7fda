# How every target of the project is compiled: one place for warnings, sanitizers and the ready-made
# include root, so that a room's own CMakeLists.txt says only what it holds and what it uses.
find_program(BESTELD_CCACHE ccache)
if(BESTELD_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${BESTELD_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${BESTELD_CCACHE})
endif()

add_library(besteld_options INTERFACE)
target_compile_options(besteld_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
    -Wno-missing-designated-field-initializers) # members have defaults; naming only what differs is the idiom
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

# besteld_library(NAME SOURCES a.cpp … USES lib …): one room of the house as a static library.
function(besteld_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC besteld_options ${ARG_USES})
endfunction()

# besteld_test(NAME SOURCES a.cpp … USES lib … [LABEL l] [NEEDS fixture] [TIMEOUT s]): a GoogleTest
# binary whose cases appear one by one in ctest under their own names.
function(besteld_test name)
    cmake_parse_arguments(ARG "" "LABEL;NEEDS;TIMEOUT" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE besteld_options ${ARG_USES} GTest::gmock GTest::gtest GTest::gtest_main)
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
