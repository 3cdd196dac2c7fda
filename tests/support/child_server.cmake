# Starts the scripts of this folder from C++ tests. Included by every test folder that needs them.
include_guard(GLOBAL)
find_program(BESTELD_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
add_library(besteld_child_server STATIC ${CMAKE_CURRENT_LIST_DIR}/child_server.cpp)
target_link_libraries(besteld_child_server PRIVATE besteld_options)
target_include_directories(besteld_child_server PUBLIC ${CMAKE_CURRENT_LIST_DIR})
target_compile_definitions(besteld_child_server PRIVATE BESTELD_PYTHON="${BESTELD_PYTHON}"
    BESTELD_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
