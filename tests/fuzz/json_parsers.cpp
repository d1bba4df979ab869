// The fast parser accepts nothing that the thorough one refuses, and reads the same values, exact texts and indices.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/codec/canonical.h"
#include "core/codec/json_parsers.h"

namespace {

using namespace hengping;

constexpr std::array<std::string_view, 2> facts_path = {"facts", "*"};
constexpr std::array<StreamPath, 1> paths = {StreamPath(facts_path)};

/// All that a reading gives, in one text.
class Reading {
 public:
  [[nodiscard]] JsonTreeBuilder builder() { return JsonTreeBuilder(paths, sink_); }
  std::string text;

 private:
  ElementSink sink_ = [this](const StreamedElement& element) {
    text += std::to_string(element.indices[0]) + ' ';
    text += element.raw;
    append_canonical(text, element.value);
  };
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  Reading fast;
  JsonTreeBuilder fast_builder = fast.builder();
  if (!parse_fast(text, fast_builder)) return 0;
  Reading thorough;
  JsonTreeBuilder thorough_builder = thorough.builder();
  FaultList faults;
  if (!parse_with_faults(text, thorough_builder, faults)) std::abort();
  append_canonical(fast.text, fast_builder.take());
  append_canonical(thorough.text, thorough_builder.take());
  if (fast.text != thorough.text) std::abort();
  return 0;
}
