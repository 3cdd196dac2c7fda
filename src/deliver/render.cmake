besteld_library(besteld_render
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/render_answer.cpp ${CMAKE_CURRENT_LIST_DIR}/render_check.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_service.cpp ${CMAKE_CURRENT_LIST_DIR}/render_status.cpp
        ${CMAKE_CURRENT_LIST_DIR}/prove_answer.cpp
        ${CMAKE_CURRENT_LIST_DIR}/edi_words.cpp ${CMAKE_CURRENT_LIST_DIR}/render_edi.cpp
        ${CMAKE_CURRENT_LIST_DIR}/prove_lines.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_edifact.cpp ${CMAKE_CURRENT_LIST_DIR}/prove_edifact.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_x12.cpp ${CMAKE_CURRENT_LIST_DIR}/render_x12_receipt.cpp ${CMAKE_CURRENT_LIST_DIR}/render_message_response.cpp
        ${CMAKE_CURRENT_LIST_DIR}/prove_x12.cpp ${CMAKE_CURRENT_LIST_DIR}/render_ubl.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_cxml.cpp ${CMAKE_CURRENT_LIST_DIR}/render_opentrans.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_despatch.cpp ${CMAKE_CURRENT_LIST_DIR}/render_house.cpp ${CMAKE_CURRENT_LIST_DIR}/despatch_advice.cpp
        ${CMAKE_CURRENT_LIST_DIR}/despatch_edifact.cpp ${CMAKE_CURRENT_LIST_DIR}/despatch_x12.cpp
        ${CMAKE_CURRENT_LIST_DIR}/despatch_xml.cpp
        ${CMAKE_CURRENT_LIST_DIR}/render_gs1.cpp ${CMAKE_CURRENT_LIST_DIR}/render_cii.cpp ${CMAKE_CURRENT_LIST_DIR}/prove_xml.cpp ${CMAKE_CURRENT_LIST_DIR}/render_idoc.cpp
    USES besteld_order besteld_edifact besteld_x12 besteld_xml besteld_idoc PkgConfig::CTEMPLATE)
