# Libraries of others: headers as system headers, sources compiled here so that they exist natively and as WebAssembly.
# IMGUI_DIR, CATCH2_DIR and SODIUM_DIR come from cmake/setup/env.sh or from the user.

function(hengping_source_folder variable probe what)
  if(NOT DEFINED ${variable} AND DEFINED ENV{${variable}})
    set(${variable} "$ENV{${variable}}" CACHE PATH "Sources of ${what}")
  endif()
  if(NOT EXISTS "${${variable}}/${probe}")
    message(FATAL_ERROR "${what}: ${variable} ('${${variable}}') has no ${probe}. "
      "Run `make run` once, or `. cmake/setup/env.sh` in this shell, or set ${variable}; then configure again.")
  endif()
endfunction()

hengping_source_folder(IMGUI_DIR imgui.h "Dear ImGui")
hengping_source_folder(CATCH2_DIR src/catch2/catch_all.hpp "Catch2")
hengping_source_folder(SODIUM_DIR src/libsodium/include/sodium.h "libsodium")

# --- JSON ---------------------------------------------------------------------------------------------------------------
# Only the one folder is put on the include path: the machine's other headers must not reach a WebAssembly build.
find_path(NLOHMANN_JSON_DIR nlohmann/json.hpp HINTS ENV NLOHMANN_JSON_DIR PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH
  DOC "Folder that holds nlohmann/json.hpp")
if(NOT NLOHMANN_JSON_DIR)
  message(FATAL_ERROR "nlohmann/json.hpp was not found: install nlohmann-json3-dev or set NLOHMANN_JSON_DIR.")
endif()
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/third_party/include")
file(CREATE_LINK "${NLOHMANN_JSON_DIR}/nlohmann" "${PROJECT_BINARY_DIR}/third_party/include/nlohmann" SYMBOLIC)
find_path(RAPIDJSON_DIR rapidjson/reader.h HINTS ENV RAPIDJSON_DIR PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH
  DOC "Folder that holds rapidjson/reader.h")
if(NOT RAPIDJSON_DIR)
  message(FATAL_ERROR "rapidjson/reader.h was not found: install rapidjson-dev or set RAPIDJSON_DIR.")
endif()
file(CREATE_LINK "${RAPIDJSON_DIR}/rapidjson" "${PROJECT_BINARY_DIR}/third_party/include/rapidjson" SYMBOLIC)
add_library(hengping_json INTERFACE)
add_library(hengping::json ALIAS hengping_json)
target_include_directories(hengping_json SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/third_party/include")

# --- Dear ImGui -----------------------------------------------------------------------------------------------------------
# Only its drawing and its atlas of glyphs are used (shell/ui/surface.h); what else stands in these sources the linker drops from the page.
# Its loader of faces is called FreeType's here and comes from shell/ui/text/fonts.cpp: otherwise it would bring a rasteriser of its own.
add_library(hengping_imgui STATIC EXCLUDE_FROM_ALL
  "${IMGUI_DIR}/imgui.cpp" "${IMGUI_DIR}/imgui_draw.cpp" "${IMGUI_DIR}/imgui_tables.cpp" "${IMGUI_DIR}/imgui_widgets.cpp")
add_library(hengping::imgui ALIAS hengping_imgui)
target_include_directories(hengping_imgui SYSTEM PUBLIC "${IMGUI_DIR}")
target_compile_definitions(hengping_imgui PUBLIC
  IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_ENABLE_FREETYPE)
# Its way to report a fault of use is a window; an assertion says as much.
target_compile_options(hengping_imgui PRIVATE "-DIM_ASSERT_USER_ERROR(EXPR,TEXT)=IM_ASSERT(EXPR)")
if(EMSCRIPTEN)
  target_compile_options(hengping_imgui PRIVATE ${HENGPING_PAGE_OPTIONS})
endif()

# --- Catch2 -----------------------------------------------------------------------------------------------------------------
file(GLOB_RECURSE catch2_sources "${CATCH2_DIR}/src/catch2/*.cpp")
add_library(hengping_catch2 STATIC EXCLUDE_FROM_ALL ${catch2_sources})
add_library(hengping::catch2 ALIAS hengping_catch2)
set(CATCH_CONFIG_DEFAULT_REPORTER console)
set(CATCH_CONFIG_CONSOLE_WIDTH 120)
configure_file("${CATCH2_DIR}/src/catch2/catch_user_config.hpp.in"
  "${PROJECT_BINARY_DIR}/third_party/catch2_config/catch2/catch_user_config.hpp")
target_include_directories(hengping_catch2 SYSTEM PUBLIC
  "${CATCH2_DIR}/src" "${PROJECT_BINARY_DIR}/third_party/catch2_config")
# Many small files: in a few batches they compile several times faster.
set_target_properties(hengping_catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 28 INTERPROCEDURAL_OPTIMIZATION OFF)

# --- libsodium: SHA-2 and Ed25519, nothing else -----------------------------------------------------------------------------
set(sodium_root "${SODIUM_DIR}/src/libsodium")
add_library(hengping_sodium STATIC EXCLUDE_FROM_ALL
  "${PROJECT_SOURCE_DIR}/cmake/sodium_support.c"
  "${sodium_root}/crypto_hash/sha256/hash_sha256.c" "${sodium_root}/crypto_hash/sha256/cp/hash_sha256_cp.c"
  "${sodium_root}/crypto_hash/sha512/hash_sha512.c" "${sodium_root}/crypto_hash/sha512/cp/hash_sha512_cp.c"
  "${sodium_root}/crypto_sign/ed25519/sign_ed25519.c" "${sodium_root}/crypto_sign/ed25519/ref10/keypair.c"
  "${sodium_root}/crypto_sign/ed25519/ref10/open.c" "${sodium_root}/crypto_sign/ed25519/ref10/sign.c"
  "${sodium_root}/crypto_core/ed25519/ref10/ed25519_ref10.c" "${sodium_root}/crypto_verify/verify.c")
add_library(hengping::sodium ALIAS hengping_sodium)
target_include_directories(hengping_sodium SYSTEM PUBLIC "${sodium_root}/include")
target_include_directories(hengping_sodium SYSTEM PRIVATE "${sodium_root}/include/sodium")
target_compile_definitions(hengping_sodium PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  target_compile_definitions(hengping_sodium PRIVATE HAVE_TI_MODE=1)
endif()
target_compile_options(hengping_sodium PRIVATE -w)
# Every record is hashed in two parts: worth the larger code. A signature is checked once a feed.
set_source_files_properties("${sodium_root}/crypto_hash/sha256/cp/hash_sha256_cp.c" PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O3>")
if(EMSCRIPTEN)
  set_source_files_properties("${sodium_root}/crypto_core/ed25519/ref10/ed25519_ref10.c" "${sodium_root}/crypto_sign/ed25519/ref10/open.c"
    "${sodium_root}/crypto_hash/sha512/cp/hash_sha512_cp.c" PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-Os>")
endif()
