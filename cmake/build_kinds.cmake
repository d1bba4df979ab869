# What every object of a build is compiled with, third-party sources included, so that they fit together.

option(HENGPING_SANITIZE "Address and undefined-behaviour sanitizers; the first finding ends the program" OFF)
option(HENGPING_COVERAGE "Count executed lines" OFF)
option(HENGPING_FUZZ "Build the fuzz targets (clang)" OFF)
option(HENGPING_LINT "Run clang-tidy on every source (clang)" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# No build holds a path of the machine that made it.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=" "-ffile-prefix-map=${PROJECT_BINARY_DIR}/=build/")

if(HENGPING_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(HENGPING_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
if(HENGPING_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  # Exceptions as WebAssembly's own; in the first of its two encodings, which every browser since 2021 and node 18 run.
  add_compile_options(-fwasm-exceptions -sWASM_LEGACY_EXCEPTIONS=1)
  add_link_options(-fwasm-exceptions -sWASM_LEGACY_EXCEPTIONS=1 -sWASM_BIGINT -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB
    -sSTACK_SIZE=1MB -Werror)
  # For what surrounds the core on the page. An exception that comes out of the core there ends the program (page/program.js), so nothing has
  # to be taken apart on its way; and nothing asks an object for its type at run time.
  set(HENGPING_PAGE_OPTIONS -fno-exceptions -fno-rtti "$<$<CONFIG:Release>:-Oz>")
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()

find_program(HENGPING_CCACHE ccache)
if(HENGPING_CCACHE AND NOT EMSCRIPTEN)
  set(CMAKE_C_COMPILER_LAUNCHER "${HENGPING_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${HENGPING_CCACHE}")
endif()
mark_as_advanced(HENGPING_CCACHE)
