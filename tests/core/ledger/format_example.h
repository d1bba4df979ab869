// The worked example of core/ledger/FORMAT.md, step by step with nothing but SHA-256 and Ed25519; the test holds it against the page and against
// what the ledger does.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/digest.h"
#include "core/ledger/signature.h"

namespace hengping::test {

struct FormatExample {
  struct Step {
    std::string sealed, commitment, hashed, hash, bytes, leaf, leaf_hash;
  };

  FormatExample() {
    for (int i = 0; i < 32; ++i) seed += static_cast<char>(i);
    key = to_hex(public_key_of(seed));
    description = R"({"key":")" + key + R"(","name":"市工信局","role":"bureau","scope":null})";
    id = sha256_hex(description).substr(0, 32);
    header = R"({"id":")" + id + "\"," + description.substr(1);
    const Hash of_id = sha256(id);
    for (std::size_t group = 0; group < 6; ++group) {
      std::uint64_t number = 0;
      for (std::size_t byte = 0; byte < 5; ++byte) number = number * 256 + of_id[5 * group + byte];
      std::string digits = std::to_string(number % 100'000);
      digits.insert(0, 5 - digits.size(), '0');
      fingerprint += (group == 0 ? "" : " ") + digits;
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) add(i);
    roots = {node(record[0].leaf_hash, record[1].leaf_hash), {}};
    // Three leaves: two to the left of the last, in the order of their bytes.
    std::vector<std::pair<std::string, std::string>> sorted;
    for (const Step& one : record) sorted.emplace_back(one.leaf, one.leaf_hash);
    if (sorted[1].first < sorted[0].first) roots[0] = node(sorted[1].second, sorted[0].second);
    std::sort(sorted.begin(), sorted.end());
    left = node(sorted[0].second, sorted[1].second);
    last_leaf = sorted[2].second;
    roots[1] = node(left, last_leaf);
    message = R"({"bodies":")" + roots[1] + R"(","device":")" + id + R"(","format":"hengping.head","hash":")" +
              record[2].hash + R"(","seq":3,"version":2})";
    signature = to_hex(sign(message, seed));
    head = R"({"bodies":")" + roots[1] + R"(","hash":")" + record[2].hash + R"(","seq":3,"signature":")" + signature +
           "\"}";
    // The second record alone: the largest parts of the tree without it.
    for (std::size_t i = 0; i < 3; ++i) {
      if (sorted[i].first == record[1].leaf) place = i;
    }
    const std::string hashes =
        place == 2 ? "\"" + left + "\"" : "\"" + sorted[1 - place].second + "\",\"" + last_leaf + "\"";
    proof = R"({"hashes":[)" + hashes + R"(],"places":[)" + std::to_string(place) + R"(],"size":3})";
    disclosure = record[1].sealed.substr(0, record[1].sealed.size() - 1) + R"(,"hash":")" + record[1].hash + "\"}";
    bundle = R"({"format":"hengping.bundle","version":2,"feeds":[)";
    bundle += "\n{\"device\":" + header + ",\"head\":" + head + ",\"records\":[\n" + record[0].bytes + ",\n" +
              record[1].bytes + ",\n" + record[2].bytes + "\n]}\n]}\n";
  }

  /// What must stand in the page, each in a line of its own.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> lines() const {
    std::vector<std::pair<std::string, std::string>> out = {{"seed", to_hex(seed)},
                                                            {"key", key},
                                                            {"description", description},
                                                            {"header", header},
                                                            {"id", id},
                                                            {"digits", fingerprint},
                                                            {"two records", roots[0]},
                                                            {"three records", roots[1]},
                                                            {"left", left},
                                                            {"last leaf", last_leaf},
                                                            {"message", message},
                                                            {"signature", signature},
                                                            {"proof", proof},
                                                            {"disclosure", disclosure}};
    for (const Step& one : record) {
      out.emplace_back("sealed", one.sealed);
      out.emplace_back("commitment", one.commitment);
      out.emplace_back("hashed", one.hashed);
      out.emplace_back("hash", one.hash);
      out.emplace_back("record", one.bytes);
      out.emplace_back("leaf", one.leaf);
      out.emplace_back("leaf hash", one.leaf_hash);
    }
    return out;
  }

  std::array<std::string, 3> bodies = {
      R"({"by":"bureau","kind":"bureau.founded","name":"市工信局","on":"2026-01-02"})",
      R"({"by":"bureau","enterprise":"E1","industry":"汽车零部件","kind":"enterprise.registered","name":"吉林精工","on":"2024-11-06","uscc":"91220101MA00000013"})",
      R"({"by":"bureau","enterprise":"E1","kind":"enterprise.removed","on":"2025-05-15","reason":"退出试点"})"};
  std::array<std::string, 3> salts = {"00112233445566778899aabbccddeeff", "112233445566778899aabbccddeeff00",
                                      "2233445566778899aabbccddeeff0011"};
  std::string seed, key, description, id, header, fingerprint, left, last_leaf, message, signature, head, proof,
      disclosure, bundle;
  std::array<std::string, 2> roots;  // of two and of three records
  std::size_t place = 0;             // of the second record among the three
  std::vector<Step> record;

 private:
  static std::string raw(std::string_view digits) { return from_hex(digits, digits.size() / 2).value(); }
  static std::string node(std::string_view one, std::string_view other) {
    return sha256_hex("\1" + raw(one) + raw(other));
  }

  void add(std::size_t i) {
    Step step;
    const std::string at = R"({"at":"2026-01-02T03:04:05Z",)";
    const std::string number = std::to_string(i + 1);
    const std::string previous = i == 0 ? "null" : "\"" + record.back().hash + "\"";
    const std::string rest = R"(,"device":")" + id + R"(","prev":)" + previous + R"(,"seen":[],"seq":)" + number +
                             R"(,"tick":)" + number + R"(,"v":2})";
    const std::string inner = R"("body":)" + bodies.at(i) + R"(,"body_salt":")" + salts.at(i) + "\"";
    step.sealed = "{" + inner + "}";
    step.commitment = sha256_hex(step.sealed);
    step.hashed = at + R"("body_hash":")" + step.commitment + "\"" + rest;
    step.hash = sha256_hex(step.hashed);
    step.bytes = at + inner + rest;
    step.leaf = step.commitment + step.hash;
    step.leaf_hash = sha256_hex(std::string(1, '\0') + raw(step.leaf));
    record.push_back(std::move(step));
  }
};

}  // namespace hengping::test
