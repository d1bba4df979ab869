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
  -Wnull-dereference
  -Wextra-semi
  -Wvla)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(hengping_warnings INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override -Wredundant-decls)
  # With the optimiser's view of inlined library code g++ 12 reports null and bounds findings inside libstdc++ that are
  # none; the sanitizers, which see what really happens, watch these instead.
  target_compile_options(hengping_warnings INTERFACE -Wno-null-dereference -Wno-error=maybe-uninitialized
    -Wno-error=stringop-overflow -Wno-error=array-bounds -Wno-error=restrict)
else()
  target_compile_options(hengping_warnings INTERFACE
    -Wsuggest-override -Winconsistent-missing-destructor-override -Wunreachable-code -Wunused-member-function
    -Wshorten-64-to-32 -Wcomma -Wmissing-variable-declarations)
endif()
