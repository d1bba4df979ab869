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
enum class NameSpace : std::uint8_t {
  provider,
  enterprise,
  engagement,
  complaint,
  finding,
  inspection,
  order,
  decision
};
inline constexpr std::size_t name_spaces = 8;
/// The member that names something of that name space: `provider` and so on.
[[nodiscard]] std::string_view member_name(NameSpace name_space);

/// That a fact makes an identifier exist, or names one that must exist already.
struct Mention {
  NameSpace name_space = NameSpace::provider;
  bool defines = false;
  std::uint32_t symbol = 0;
};

/// The identifiers that one fact mentions; also those of a fact with faults, so that faults do not cascade.
class Mentions {
 public:
  template <class Tag>
  void define(NameSpace name_space, const std::optional<Id<Tag>>& id) {
    if (id) add(Mention{name_space, true, id->value});
  }
  template <class Tag>
  void refer(NameSpace name_space, const std::optional<Id<Tag>>& id) {
    if (id) add(Mention{name_space, false, id->value});
  }
  [[nodiscard]] const Mention* begin() const { return mentions_.data(); }
  [[nodiscard]] const Mention* end() const { return mentions_.data() + count_; }

 private:
  void add(const Mention& mention) { mentions_.at(count_++) = mention; }
  std::array<Mention, 4> mentions_{};  // no kind mentions more
  std::uint8_t count_ = 0;
};

/// What reading a body gives beside the body itself.
struct BodyContext {
  std::optional<CivilDate> on;  ///< the fact's own date, if it is sound
  Mentions& mentions;
  std::optional<NeedId> need{};  ///< the need that a need.listed makes exist within its engagement

  /// Reads the identifier that this fact makes exist.
  template <class IdType>
  IdType define(FieldReader& reader, NameSpace name_space) {
    const auto id = reader.identifier<IdType>(member_name(name_space));
    mentions.define(name_space, id);
    return id.value_or(IdType{});
  }
  /// Reads an identifier that must exist already.
  template <class IdType>
  IdType refer(FieldReader& reader, NameSpace name_space) {
    const auto id = reader.identifier<IdType>(member_name(name_space));
    mentions.refer(name_space, id);
    return id.value_or(IdType{});
  }
  template <class IdType>
  std::optional<IdType> refer_if_there(FieldReader& reader, NameSpace name_space) {
    const auto id = reader.optional_identifier<IdType>(member_name(name_space));
    mentions.refer(name_space, id);
    return id;
  }
};

struct KindRow {
  std::string_view name;
  Rights rights;
  Body (*read)(FieldReader& reader, BodyContext& context);
};

[[nodiscard]] const std::array<KindRow, body_kinds>& kinds();

/// The row's index, or nothing for an unknown kind.
[[nodiscard]] std::optional<std::size_t> find_kind(std::string_view name);

// The readers, one file per part of the measures (core/facts/kinds_*.cpp).
using KindReader = Body(FieldReader& reader, BodyContext& context);
KindReader read_provider_registered, read_provider_corrected, read_provider_change_reported, read_provider_reinstated;
KindReader read_enterprise_registered, read_enterprise_removed;
KindReader read_engagement_signed, read_engagement_amended, read_engagement_ended;
KindReader read_need_listed, read_deliverable_submitted, read_progress_reported, read_assessment_recorded;
KindReader read_acceptance_concluded, read_rating_given, read_rating_withdrawn;
KindReader read_complaint_filed, read_complaint_upheld, read_complaint_dismissed;
KindReader read_inspection_conducted, read_finding_raised, read_finding_confirmed, read_finding_dismissed;
KindReader read_trigger_waived, read_rectification_ordered, read_rectification_extended, read_rectification_submitted;
KindReader read_rectification_verified, read_rectification_refused, read_rectification_voided;
KindReader read_replacement_requested, read_replacement_approved, read_replacement_rejected;
KindReader read_disqualification_noticed, read_disqualification_replied, read_disqualification_decided;
KindReader read_disqualification_appealed, read_disqualification_appeal_decided;
KindReader read_award_given, read_award_revoked, read_policy_adopted;

/// `due_on`, which is not before the fact's own day.
std::optional<CivilDate> read_due_on(FieldReader& reader, const BodyContext& context, bool required);

}  // namespace hengping
