// What the benchmark's programs share: the processor's time, the largest memory, whole files.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#ifdef __EMSCRIPTEN__
#include <emscripten/heap.h>
extern "C" double processor_time();  // tests/bench/library.js
#endif

namespace hengping::bench {

/// Milliseconds of the processor that this process has used: what else the machine does counts for nothing. Under node that includes
/// what its other threads compile and collect meanwhile.
#ifdef __EMSCRIPTEN__
using ::processor_time;
#else
inline double processor_time() {
  std::timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}
#endif

inline std::string read_all(const char* name) {
  std::ifstream file(name, std::ios::binary);
  file.seekg(0, std::ios::end);
  std::string text(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

/// The largest memory that the process has held, in bytes.
inline double most_memory() {
#ifdef __EMSCRIPTEN__
  return static_cast<double>(emscripten_get_heap_size());  // linear memory never shrinks
#else
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) * 1024;
  }
  return 0;
#endif
}

inline void require(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "benchmark: %s\n", what);
  std::exit(1);
}

}  // namespace hengping::bench
