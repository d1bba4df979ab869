// Times what a ledger does with many records, and prints medians in milliseconds as JSON, for tests/bench/ledger.mjs, which runs it as
// WebAssembly beside peers on the same facts. Everything is done as the app does it: every record is read, its hash taken, the chain followed
// from the signed end, rights settled.
//   ledger FACTSFILE ROUNDS
// build: the file's facts become records of one device, its end signed. export: a bundle. import: the bundle into an empty ledger. merge: two
// bundles of so many records, half of them the same, into the bytes of their union.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/ledger.h"
#include "core/ledger/signature.h"
#include "tests/bench/measure.h"
#include "tests/core/support.h"

namespace {

using namespace hengping;
using namespace hengping::bench;

constexpr std::string_view instant = "2026-11-23T05:31:08Z";

struct Key {
  std::string seed;
  Device device;
  explicit Key(char letter)
      : seed(seed_bytes, letter), device(make_device(Role::bureau, "bench", {}, to_hex(public_key_of(seed)))) {}
};

void take(Ledger& ledger, std::string_view text, const Device& device) {
  Intake intake = ledger.examine(text, default_policy());
  require(intake.ok(), "a file was refused");
  ledger.take(std::move(intake), test::author(device, instant));
}

void sign_end(Ledger& ledger, const Key& key) {
  if (const auto head = ledger.head_to_sign(key.device.id))
    require(ledger.accept_signature(*head, sign(head->message, key.seed)), "a signature was refused");
}

std::string bundle_of(Ledger& ledger, const Key& key) {
  sign_end(ledger, key);
  return ledger.write_bundle();
}

class Times {
 public:
  template <class Work>
  auto time(Work work) {
    const double start = processor_time();
    auto result = work();
    times_.push_back(processor_time() - start);
    return result;
  }
  double median() {
    std::sort(times_.begin(), times_.end());
    return times_[times_.size() / 2];
  }

 private:
  std::vector<double> times_;
};

/// The lines of a facts file that `hengping generate` wrote, without what stands around them.
std::vector<std::string_view> facts_of(std::string_view text) {
  std::vector<std::string_view> facts;
  for (std::size_t at = text.find("\n{"); at != std::string_view::npos;) {
    const std::size_t end = text.find('\n', at + 1);
    std::string_view fact = text.substr(at + 1, end - at - 1);
    if (fact.ends_with(',')) fact.remove_suffix(1);
    facts.push_back(fact);
    at = end == std::string_view::npos || text[end + 1] != '{' ? std::string_view::npos : end;
  }
  return facts;
}

std::string file_of(const std::vector<std::string>& facts) {
  std::string out = R"({"format":"hengping.facts","version":1,"facts":[)";
  for (const std::string& fact : facts) out.append(out.back() == '[' ? "" : ",").append(fact);
  return out + "]}";
}

/// As many ratings, as long as the file's facts are on average, as there are records to be had.
std::string ratings(const Ledger& ledger, std::size_t count, std::size_t bytes_each, char of) {
  std::vector<std::string> engagements;
  for (const Record& record : ledger.records()) {
    const auto* signed_one = record.is_fact ? body_as<EngagementSigned>(record.fact.body) : nullptr;
    if (signed_one != nullptr) engagements.push_back(ledger.symbols().text(signed_one->engagement));
  }
  require(!engagements.empty(), "the file has no contract in its first half");
  std::vector<std::string> facts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string fact = R"({"kind":"rating.given","on":"2026-11-01","by":"enterprise","engagement":")" +
                       engagements[i % engagements.size()] +
                       R"(","period":"final","satisfaction":"satisfied","comment":")" + of + std::to_string(i);
    if (fact.size() + 2 < bytes_each) fact.append(bytes_each - fact.size() - 2, 'x');
    facts.push_back(fact + "\"}");
  }
  return file_of(facts);
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) {
    std::fprintf(stderr, "ledger FACTSFILE ROUNDS\n");
    return 2;
  }
  const std::string text = read_all(values[1]);
  const int rounds = std::atoi(values[2]);
  const auto lines = facts_of(text);
  require(lines.size() > 1, "the file has no facts");
  const Key a('a');
  const Key b('b');

  // Two ledgers of so many records, half of them the same.
  const std::size_t half = lines.size() / 2;
  const std::size_t each = text.size() / lines.size();
  std::string left;
  std::string right;
  {
    Ledger first;
    take(first, file_of({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(half)}), a.device);
    Ledger second;
    take(second, bundle_of(first, a), b.device);
    take(first, ratings(first, half, each, 'a'), a.device);
    take(second, ratings(second, half, each, 'b'), b.device);
    left = bundle_of(first, a);
    right = bundle_of(second, b);
  }

  Times build, write, import, merge;
  std::size_t bytes = 0;
  for (int round = 0; round < rounds; ++round) {
    Ledger ledger;
    build.time([&] {
      take(ledger, text, a.device);
      sign_end(ledger, a);
      return 0;
    });
    const std::string bundle = write.time([&] { return ledger.write_bundle(); });
    bytes = bundle.size();
    import.time([&] {
      Ledger empty;
    take(empty, bundle, b.device);
    require(empty.sequence().facts.size() == lines.size(), "records were lost");
    return 0;
  });
  const std::string united = merge.time([&] {
    Ledger both;
    take(both, left, b.device);
    take(both, right, b.device);
    return both.write_bundle();
  });
  require(united.size() > left.size(), "the union is no larger than its parts");
}
std::printf(R"({"build":%.1f,"export":%.1f,"import":%.1f,"merge":%.1f,"bytes":%zu,"peak":%.0f})"
            "\n",
            build.median(), write.median(), import.median(), merge.median(), bytes, most_memory());
return 0;
}
