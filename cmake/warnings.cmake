# Warnings of the project's own sources, all of them errors. Third-party headers are system headers and stay quiet.
add_library(hengping_warnings INTERFACE)
add_library(hengping::warnings ALIAS hengping_warnings)

target_compile_options(hengping_warnings INTERFACE
  -Werror
  -Wall -Wextra -Wpedantic
  -Wshadow
  -Wconversion -Wsign-conversion -Wdouble-promotion
  -Wold-style-cast -Wcast-qual -Wcast-align
  -Wswitch-enum -Wimplicit-fallthrough
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wformat=2
  -Wundef
  -Wunused
  -Wextra-semi
  -Wvla)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(hengping_warnings INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override -Wredundant-decls)
  # Seeing inlined library code, g++ 12's optimiser reports bounds and initialisation findings inside libstdc++ that are
  # none (its bugs 105329, 105651, 105562); the sanitizers, which see what really happens, watch these instead.
  target_compile_options(hengping_warnings INTERFACE -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds
    -Wno-restrict)
else()
  target_compile_options(hengping_warnings INTERFACE
    -Wnull-dereference -Wsuggest-override -Winconsistent-missing-destructor-override -Wunreachable-code -Wunused-member-function
    -Wshorten-64-to-32 -Wcomma -Wmissing-variable-declarations)
endif()
