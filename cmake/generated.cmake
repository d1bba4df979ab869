# Headers made from assets: text tables and embedded documents.
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)
set(HENGPING_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")

# hengping_strings(TARGET DOMAIN NAMESPACE): hengping/DOMAIN_text.gen.h on TARGET's include path.
function(hengping_strings target domain namespace)
  set(header "${HENGPING_GENERATED_DIR}/hengping/${domain}_text.gen.h")
  set(tables "${PROJECT_SOURCE_DIR}/assets/strings/${domain}.zh-CN.json" "${PROJECT_SOURCE_DIR}/assets/strings/${domain}.en.json")
  add_custom_command(OUTPUT "${header}"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/cmake/generate_strings.py" --domain ${domain} --namespace ${namespace}
      --header "${header}" ${tables}
    DEPENDS "${PROJECT_SOURCE_DIR}/cmake/generate_strings.py" ${tables}
    COMMENT "Text tables: ${domain}" VERBATIM)
  hengping_generated_header(${target} "${header}" ${domain}_strings)
endfunction()

# hengping_embed(TARGET HEADER VARIABLE FILE): the file's bytes as `inline constexpr std::string_view VARIABLE`.
function(hengping_embed target header variable file)
  set(output "${HENGPING_GENERATED_DIR}/hengping/${header}")
  add_custom_command(OUTPUT "${output}"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/cmake/embed.py" --variable ${variable} --header "${output}" "${PROJECT_SOURCE_DIR}/${file}"
    DEPENDS "${PROJECT_SOURCE_DIR}/cmake/embed.py" "${PROJECT_SOURCE_DIR}/${file}"
    COMMENT "Embedding ${file}" VERBATIM)
  hengping_generated_header(${target} "${output}" ${variable}_header)
endfunction()

# Users of the target get the header too, and wait until it is written.
function(hengping_generated_header target header name)
  target_sources(${target} PRIVATE "${header}")
  target_include_directories(${target} PUBLIC "${HENGPING_GENERATED_DIR}")
  add_custom_target(hengping_${name} DEPENDS "${header}")
  add_dependencies(${target} hengping_${name})
endfunction()
