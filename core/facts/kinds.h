// One row per record kind: its name, who may state it, and how its members are read. The order is that of Body's alternatives.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

#include "core/facts/fact.h"
#include "core/facts/field_reader.h"
#include "core/facts/rights.h"

namespace hengping {

/// The name spaces of identifiers: unique per type (semantics §1).
enum class NameSpace : std::uint8_t { provider, enterprise, engagement };
inline constexpr std::size_t name_spaces = 3;

/// That a fact makes an identifier exist, or names one that must exist already.
struct Mention {
  NameSpace name_space = NameSpace::provider;
  bool defines = false;
  std::uint32_t symbol = 0;
  std::string_view member;  ///< the field's name: a string literal
};

/// The identifiers that one fact mentions; also those of a fact with faults, so that faults do not cascade.
class Mentions {
 public:
  template <class Tag>
  void define(NameSpace name_space, const std::optional<Id<Tag>>& id, std::string_view member) {
    if (id) add(Mention{name_space, true, id->value, member});
  }
  template <class Tag>
  void refer(NameSpace name_space, const std::optional<Id<Tag>>& id, std::string_view member) {
    if (id) add(Mention{name_space, false, id->value, member});
  }
  [[nodiscard]] const Mention* begin() const { return mentions_.data(); }
  [[nodiscard]] const Mention* end() const { return mentions_.data() + count_; }

 private:
  void add(const Mention& mention) { mentions_.at(count_++) = mention; }
  std::array<Mention, 4> mentions_{};  // no kind mentions more
  std::size_t count_ = 0;
};

/// What reading a body gives beside the body itself.
struct BodyContext {
  std::optional<CivilDate> on;  ///< the fact's own date, if it is sound
  Mentions& mentions;
};

struct KindRow {
  std::string_view name;
  Rights rights;
  Body (*read)(FieldReader& reader, BodyContext& context);
};

[[nodiscard]] const std::array<KindRow, std::variant_size_v<Body>>& kinds();

/// The row's index, or nothing for an unknown kind.
[[nodiscard]] std::optional<std::size_t> find_kind(std::string_view name);

// The readers, one file per part of the measures (core/facts/kinds_*.cpp).
Body read_provider_registered(FieldReader& reader, BodyContext& context);
Body read_enterprise_registered(FieldReader& reader, BodyContext& context);
Body read_engagement_signed(FieldReader& reader, BodyContext& context);
Body read_rating_given(FieldReader& reader, BodyContext& context);
Body read_rating_withdrawn(FieldReader& reader, BodyContext& context);

}  // namespace hengping
