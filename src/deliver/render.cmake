besteld_library(besteld_render
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/render_words.cpp ${CMAKE_CURRENT_LIST_DIR}/render_format.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_check.cpp ${CMAKE_CURRENT_LIST_DIR}/render_answer.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_edi.cpp ${CMAKE_CURRENT_LIST_DIR}/prove_answer.cpp
    USES besteld_order besteld_edifact PkgConfig::CTEMPLATE)
