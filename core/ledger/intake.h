// What taking in a file would do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/fault.h"
#include "core/base/symbol.h"
#include "core/facts/fact.h"
#include "core/ledger/attachments.h"
#include "core/ledger/device.h"
#include "core/ledger/own_device.h"

namespace hengping {

/// Made by Ledger::examine; changes nothing until Ledger::take.
class Intake {
 public:
  enum class Source : std::uint8_t { facts, bundle };
  struct Item {
    std::size_t index = 0;  ///< place in the file: /facts/<index>, of a bundle in its order
    bool already_there = false;
    const Fact* fact = nullptr;  ///< null: a statement, or not understood
  };
  /// A strand of a bundle.
  struct FeedNews {
    Device device;
    std::size_t index = 0;  ///< place in the file: /feeds/<index>
    bool in_part = false;   ///< only part of the feed is shown, with proof
    std::size_t added = 0;
    bool forks = false;         ///< its new records contradict known ones of the same numbers
    bool part_missing = false;  ///< records before its first are not here
  };

  Intake();
  ~Intake();
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;

  [[nodiscard]] bool ok() const { return faults_.empty(); }
  [[nodiscard]] const FaultList& faults() const { return faults_; }
  [[nodiscard]] Source source() const { return source_; }
  /// Records that are new, those about the ledger itself not counted.
  [[nodiscard]] std::size_t added() const { return added_; }
  /// New records about the ledger itself (core/ledger/statement.h).
  [[nodiscard]] std::size_t statements_added() const { return statements_added_; }
  [[nodiscard]] bool has_news() const { return added_ + statements_added_ > 0; }
  [[nodiscard]] std::size_t already_there() const { return already_there_; }
  /// New records by kind name.
  [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& added_by_kind() const { return added_by_kind_; }
  /// What the file holds, in its order (empty when it has faults, or was examined for an answer only).
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  [[nodiscard]] const std::vector<FeedNews>& feeds() const { return feeds_; }
  /// What a bundle carries besides its records: sound, and named by a record that it holds or that is held. Lines stand in the examined text.
  [[nodiscard]] const std::vector<CarriedAttachment>& attachments() const { return attachments_; }
  /// Attachments that are not as a record names them: these are not taken, all else is.
  [[nodiscard]] const FaultList& attachment_faults() const { return attachment_faults_; }
  /// Of a facts file: its facts in legal order, as if it were the whole ledger; and where one of them stands in the file.
  [[nodiscard]] std::vector<const Fact*> facts_in_legal_order() const;
  [[nodiscard]] std::string pointer_to(const Fact& fact) const;
  /// Of a facts file: the canonical bytes of an item's fact.
  [[nodiscard]] const std::string& body_of(const Item& item) const;
  /// Of a ledger file: the devices that it holds for roots, and whose it is.
  [[nodiscard]] const std::vector<std::string>& roots() const;
  [[nodiscard]] const OwnDevice* own() const;
  /// The identifiers that the items' facts hold belong to this table.
  [[nodiscard]] const SymbolTable& symbols() const;

 private:
  friend class Ledger;
  struct Content;
  std::unique_ptr<Content> content_;
  FaultList faults_;
  Source source_ = Source::facts;
  std::size_t added_ = 0;
  std::size_t statements_added_ = 0;
  std::size_t already_there_ = 0;
  std::map<std::string, std::size_t, std::less<>> added_by_kind_;
  std::vector<Item> items_;
  std::vector<FeedNews> feeds_;
  std::vector<CarriedAttachment> attachments_;
  FaultList attachment_faults_;
};

}  // namespace hengping
