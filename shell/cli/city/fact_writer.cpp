#include "shell/cli/city/fact_writer.h"

#include <cstddef>
#include <utility>

#include "core/codec/canonical.h"

namespace hengping::cli {

namespace {

constexpr std::size_t flush_bytes = 1U << 16U;

}  // namespace

std::string hundredths_text(std::int64_t value) {
  std::string out = std::to_string(value / 100);
  const std::int64_t rest = value % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

FactWriter::FactWriter(Sink sink, Progress progress) : sink_(std::move(sink)), progress_(std::move(progress)) {
  buffer_ = "{\"format\":\"hengping.facts\",\"version\":1,\"facts\":[";
}

FactWriter& FactWriter::begin(std::string_view kind, CivilDate on, Role by) {
  if (kind == "engagement.signed") ++contracts_;
  if (counts_only()) return *this;
  buffer_ += written_ == 0 ? "\n{\"kind\":\"" : ",\n{\"kind\":\"";
  buffer_ += kind;
  buffer_ += "\",\"on\":\"";
  buffer_ += on.to_string();
  buffer_ += "\",\"by\":\"";
  buffer_ += role_name(by);
  buffer_ += '"';
  return *this;
}

FactWriter& FactWriter::begin_on_behalf(std::string_view kind, CivilDate on, std::string_view note) {
  return begin(kind, on, Role::bureau).truth("on_behalf", true).text("note", note);
}

void FactWriter::key(std::string_view key) {
  buffer_ += ",\"";
  buffer_ += key;
  buffer_ += "\":";
}

FactWriter& FactWriter::text(std::string_view key, std::string_view value) {
  if (counts_only()) return *this;
  this->key(key);
  append_json_string(buffer_, value);
  return *this;
}

FactWriter& FactWriter::date(std::string_view key, CivilDate value) {
  return counts_only() ? *this : text(key, value.to_string());
}

FactWriter& FactWriter::truth(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }

FactWriter& FactWriter::number(std::string_view key, std::int64_t value) {
  return counts_only() ? *this : raw(key, std::to_string(value));
}

FactWriter& FactWriter::hundredths(std::string_view key, std::int64_t value) {
  return counts_only() ? *this : raw(key, hundredths_text(value));
}

FactWriter& FactWriter::raw(std::string_view key, std::string_view json) {
  if (counts_only()) return *this;
  this->key(key);
  buffer_ += json;
  return *this;
}

void FactWriter::end() {
  ++written_;
  if (counts_only()) return;
  buffer_ += '}';
  if (buffer_.size() < flush_bytes) return;
  sink_(buffer_);
  buffer_.clear();
  progress_(written_);
}

void FactWriter::finish() {
  buffer_ += "\n]}\n";
  sink_(buffer_);
  buffer_.clear();
  progress_(written_);
}

}  // namespace hengping::cli
