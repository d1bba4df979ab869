// The course of events that the golden files of version 2 hold: made by numbers, so that it can be made again.
#pragma once

#include "core/ledger/attachments.h"
#include "tests/core/every_kind.h"
#include "tests/core/ledger/bureaus.h"

namespace hengping::test {

/// A bureau with every kind of record and statement, an enterprise that it has enrolled, and a stranger who waits. The bureau's feed has forked:
/// its device was restored from a backup and used on.
inline Keeper golden_city() {
  Keeper bureau(1, Role::bureau, {}, "市工信局");
  bureau.at = "2026-01-05T01:00:00Z";
  bureau.found("2026-01-05");
  for (const std::string& one : every_kind()) bureau.take({one});

  Keeper enterprise(2, Role::enterprise, "E1", "吉林精工");
  enterprise.receive(bureau);
  REQUIRE(trust_first_founders(enterprise.ledger));
  enterprise.at = "2026-01-06T02:30:00.500Z";
  enterprise.take({rating("2025-02", "unsatisfied", "2025-03-01"), rating("2025-03", "unsatisfied", "2025-04-01")});
  bureau.receive(enterprise);
  bureau.at = "2026-01-07T01:00:00Z";
  bureau.state(RecordsReceived{2}, "2026-01-07");
  bureau.enrol(enterprise, Role::enterprise, "E1", "2026-01-07");

  Keeper stranger(3, Role::provider, "P1", "长春启明");
  stranger.receive(bureau);
  REQUIRE(trust_first_founders(stranger.ledger));
  stranger.at = "2026-01-08T03:00:00Z";
  stranger.take({fact("progress.reported", "2025-05-01", R"("by":"provider","engagement":"C1","percent":55)"),
                 fact("progress.reported", "2025-05-02", R"("by":"provider","engagement":"C1","percent":60)")});
  Keeper refused(4, Role::inspector, {}, "自称检查员");
  refused.receive(bureau);
  refused.at = "2026-01-08T04:00:00Z";
  refused.take({replaced(finding("F9", "2025-05-01", "9.4"), "{", R"({"by":"inspector",)")});

  Keeper restored(bureau, "7");
  restored.at = "2026-01-09T01:00:00Z";
  restored.take({award("年度优秀")});
  bureau.at = "2026-01-09T02:00:00Z";
  bureau.take({award("季度优秀")});
  const Hash quarterly = bureau.end();
  bureau.take({award("月度优秀")});
  const Hash monthly = bureau.end();
  bureau.receive(restored);
  const Hash yearly = restored.end();
  bureau.receive(stranger);
  bureau.receive(refused);
  bureau.at = "2026-01-10T01:00:00Z";
  bureau.state(DeviceRefused{refused.id(), "电话核对不符"}, "2026-01-10");
  bureau.state(RecordAdmitted{stranger.ledger.records()[stranger.ledger.size() - 2].hash, "纸质月报已核"},
               "2026-01-10");
  bureau.state(RecordRejected{monthly, "录错"}, "2026-01-10");
  bureau.state(ConflictResolved{yearly, {quarterly}, "以年度为准"}, "2026-01-10");
  enterprise.at = "2026-01-10T05:00:00Z";
  enterprise.take({rating("2025-04", "unsatisfied", "2025-05-10")});
  bureau.state(
      DeviceRevoked{enterprise.id(), {enterprise.ledger.records()[enterprise.ledger.size() - 2].hash}, "设备遗失"},
      "2026-01-11");
  bureau.receive(enterprise);
  return bureau;
}

/// What is attached in `golden_city_with_photos`, and carried by its bundle.
inline const std::string golden_photo = "\xFF\xD8\xFF\xE0 not a picture, but bytes of one's beginning \xFF\xD9";
inline const std::string golden_document = "%PDF-1.4\n%%EOF\n";

/// The same course of events, and then what version 3 added: a photo of one record and a document of two, and one that was taken back.
inline Keeper golden_city_with_photos() {
  Keeper bureau = golden_city();
  const auto record = [&bureau](std::string_view kind) {
    for (const Record& one : bureau.ledger.records()) {
      if (one.is_fact && kind_name(one.fact.body) == kind) return one.hash;
    }
    FAIL("no such record");
    return Hash{};
  };
  const auto attach = [&bureau](const Hash& about, const std::string& bytes, AttachmentType type, std::string name) {
    AttachmentAdded added;
    added.about = about;
    added.attachment = sha256(bytes);
    added.type = type;
    added.size = bytes.size();
    added.name = std::move(name);
    bureau.state(std::move(added), "2026-01-12");
  };
  bureau.at = "2026-01-12T01:00:00Z";
  const Hash finding_record = record("finding.raised");
  attach(finding_record, golden_photo, AttachmentType::jpeg, "现场一.jpg");
  attach(finding_record, golden_document, AttachmentType::pdf, "检查表.pdf");
  attach(record("engagement.signed"), golden_document, AttachmentType::pdf, {});
  attach(finding_record, "somebody's face", AttachmentType::png, "IMG_2034.png");
  bureau.state(AttachmentWithdrawn{finding_record, sha256("somebody's face"), "拍到无关人员"}, "2026-01-12");
  return bureau;
}

}  // namespace hengping::test
