#include "shell/ui/semantics.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace {

using hengping::ui::Flag;
using hengping::ui::Node;
using hengping::ui::NodeId;
using hengping::ui::Rect;
using hengping::ui::Role;
using hengping::ui::SemanticTree;
using nlohmann::json;

Node make(NodeId id, Role role, std::string name, Rect rect = {}) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = std::move(name);
  node.rect = rect;
  return node;
}

Node field(std::string value) {
  Node node = make(2, Role::textbox, "field");
  node.value = std::move(value);
  return node;
}

/// A scroller with one row, painted at the given offset.
void scrolled(SemanticTree& tree, float offset) {
  tree.begin_frame();
  Node scroller = make(1, Role::scroller, "list", {10, 20, 100, 50});
  scroller.content_height = 500;
  scroller.scroll_y = offset;
  tree.open(scroller);
  tree.leaf(make(2, Role::listitem, "row", {10, 20 + 40 - offset, 100, 20}));
  tree.close();
  tree.end_frame();
}

void single(SemanticTree& tree, Node node) {
  tree.begin_frame();
  tree.leaf(std::move(node));
  tree.end_frame();
}

json patch_of(SemanticTree& tree) {
  const std::string text = tree.take_patch();
  return text.empty() ? json(nullptr) : json::parse(text);
}

}  // namespace

TEST_CASE("FirstPatchStatesEveryNodeParentsBeforeChildrenInReadingOrder") {
  SemanticTree tree;
  tree.begin_frame();
  tree.open(make(1, Role::main, ""));
  tree.leaf(make(5, Role::heading, "服务商"));
  tree.leaf(make(3, Role::button, "保存"));
  tree.close();
  tree.leaf(make(4, Role::status, "已保存"));
  tree.end_frame();
  const json patch = patch_of(tree);
  REQUIRE(patch["set"].size() == 4);
  CHECK(patch["set"][0]["id"] == 1);
  CHECK(patch["set"][1]["name"] == "服务商");
  CHECK(patch["set"][1]["parent"] == 1);
  CHECK_FALSE(patch["set"][3].contains("parent"));
  CHECK(patch["remove"].empty());
  CHECK(patch["order"] == json::parse("[[0,[1,4]],[1,[5,3]]]"));
}

TEST_CASE("AnUnchangedFrameSendsNothing") {
  SemanticTree tree;
  scrolled(tree, 0);
  CHECK_FALSE(patch_of(tree).is_null());
  scrolled(tree, 0);
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("OnlyTheChangedNodeIsSentAndWhole") {
  SemanticTree tree;
  const auto draw = [&tree](const char* name) {
    tree.begin_frame();
    tree.leaf(make(1, Role::button, "first"));
    Node second = make(2, Role::link, name);
    second.value = "#/providers";
    tree.leaf(second);
    tree.end_frame();
  };
  draw("before");
  (void)tree.take_patch();
  draw("after");
  const json patch = patch_of(tree);
  REQUIRE(patch["set"].size() == 1);
  CHECK(patch["set"][0]["name"] == "after");
  CHECK(patch["set"][0]["value"] == "#/providers");
  CHECK(patch["order"].empty());
}

TEST_CASE("RemovedAndReorderedChildrenAreTold") {
  SemanticTree tree;
  const auto draw = [&tree](std::initializer_list<NodeId> ids) {
    tree.begin_frame();
    for (const NodeId id : ids) tree.leaf(make(id, Role::button, std::to_string(id)));
    tree.end_frame();
  };
  draw({1, 2, 3});
  (void)tree.take_patch();
  draw({3, 1});
  const json patch = patch_of(tree);
  CHECK(patch["set"].empty());
  CHECK(patch["remove"] == json::parse("[2]"));
  CHECK(patch["order"] == json::parse("[[0,[3,1]]]"));
}

TEST_CASE("RectanglesAreRelativeToTheParentsContentSoThatScrollingMovesNoChild") {
  SemanticTree tree;
  scrolled(tree, 0);
  CHECK(patch_of(tree)["set"][1]["rect"] == json::parse("[0,40,100,20]"));
  tree.page_changed_scroll(1, 0, 30);
  scrolled(tree, 30);
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("AScrollThatTheProgramWantsIsSent") {
  SemanticTree tree;
  scrolled(tree, 0);
  (void)tree.take_patch();
  scrolled(tree, 30);
  const json patch = patch_of(tree);
  REQUIRE(patch["set"].size() == 1);
  CHECK(patch["set"][0]["scrollY"] == 30);
}

TEST_CASE("ScrollOffsetsThatTheBrowserRoundedAreTheSamePlace") {
  SemanticTree tree;
  scrolled(tree, 0);
  (void)tree.take_patch();
  tree.page_changed_scroll(1, 0, 30.4F);
  scrolled(tree, 30);
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("TypedTextIsNotSentBackToTheFieldThatItCameFrom") {
  SemanticTree tree;
  single(tree, field(""));
  (void)tree.take_patch();
  tree.page_changed_value(2, "长春");
  single(tree, field("长春"));
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("TypedTextThatTheProgramRefusesIsContradicted") {
  SemanticTree tree;
  single(tree, field("kept"));
  (void)tree.take_patch();
  tree.page_changed_value(2, "kept!");
  single(tree, field("kept"));
  const json patch = patch_of(tree);
  REQUIRE(patch["set"].size() == 1);
  CHECK(patch["set"][0]["value"] == "kept");
}

TEST_CASE("ATickThatTheProgramRefusesIsContradicted") {
  SemanticTree tree;
  single(tree, make(1, Role::checkbox, "box"));
  (void)tree.take_patch();
  tree.page_changed_checked(1, true);
  single(tree, make(1, Role::checkbox, "box"));
  CHECK(patch_of(tree)["set"].size() == 1);
}

TEST_CASE("TickingARadioUnticksItsGroupButNoOther") {
  SemanticTree tree;
  const auto draw = [&tree](NodeId ticked) {
    tree.begin_frame();
    for (const NodeId group : {10U, 20U}) {
      tree.open(make(group, Role::group, "group"));
      for (const NodeId offset : {1U, 2U}) {
        Node radio = make(group + offset, Role::radio, "radio");
        radio.set(Flag::checked, group + offset == ticked || group + offset == 21);
        tree.leaf(radio);
      }
      tree.close();
    }
    tree.end_frame();
  };
  draw(11);
  (void)tree.take_patch();
  tree.page_changed_checked(12, true);
  draw(12);
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("WhatThePageChangedOnANodeThatIsGoneIsIgnored") {
  SemanticTree tree;
  single(tree, field(""));
  (void)tree.take_patch();
  tree.page_changed_value(77, "x");
  tree.page_changed_scroll(77, 1, 1);
  tree.page_changed_checked(77, true);
  single(tree, field(""));
  CHECK(patch_of(tree).is_null());
}

TEST_CASE("NamesKeepEveryCharacter") {
  SemanticTree tree;
  const std::string name = "\"quoted\" \\ \n\t\x01 𠮷田 㛃";
  single(tree, make(1, Role::text, name));
  CHECK(patch_of(tree)["set"][0]["name"] == name);
}

TEST_CASE("AfterAResetThePatchStatesEverythingAgain") {
  SemanticTree tree;
  scrolled(tree, 0);
  const std::string first = tree.take_patch();
  tree.reset();
  scrolled(tree, 0);
  CHECK(tree.take_patch() == first);
}

TEST_CASE("NodesAreFoundByRoleAndNameAndById") {
  SemanticTree tree;
  scrolled(tree, 0);
  REQUIRE(tree.find(Role::listitem, "row") != nullptr);
  CHECK(tree.find(Role::listitem, "row")->id == 2);
  CHECK(tree.find(Role::button, "row") == nullptr);
  CHECK(tree.find(3) == nullptr);
}

TEST_CASE("EveryRoleHasANameOfItsOwn") {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Role::group); ++i) names.insert(hengping::ui::role_name(static_cast<Role>(i)));
  CHECK(names.size() == static_cast<std::size_t>(Role::group) + 1);
}
