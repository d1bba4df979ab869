# Finds the emscripten that cmake/setup/env.sh names, and lets its own toolchain file do the rest.
# The path is written into the cache of try_compile's inner projects too, which run without our environment variables.
if(NOT HENGPING_EMSCRIPTEN_ROOT)
  set(HENGPING_EMSCRIPTEN_ROOT "$ENV{EMSCRIPTEN_ROOT}" CACHE PATH "Folder that holds em++")
endif()
if(NOT EXISTS "${HENGPING_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "No emscripten found. Run `make run` once, or `. cmake/setup/env.sh` in this shell, and configure again.")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES HENGPING_EMSCRIPTEN_ROOT)
include("${HENGPING_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
