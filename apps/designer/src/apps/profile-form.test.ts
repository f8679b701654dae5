import { saveProfile } from "@parley/api";
import { describe, expect, it } from "vitest";
import { inputProblems } from "../server/input-problems.ts";
import { fromProfileForm, isEmail, isWebsite, type Profile, profileLimits, toProfileForm } from "./profile-form.ts";

const profile: Profile = {
  about: "Books, and tea",
  description: "An independent bookshop.",
  address: "1 High Street, Bath",
  email: "hello@example.com",
  vertical: "RETAIL",
  websites: ["https://example.com"],
};

describe("It is true that the form of a business profile", () => {
  it("gives back what it was made of", () => {
    expect(fromProfileForm(toProfileForm(profile))).toEqual(profile);
  });

  it("leaves out a website's line that is empty, also the first", () => {
    const form = { ...toProfileForm(profile), website1: " ", website2: "https://two.example.com" };
    expect(fromProfileForm(form).websites).toEqual(["https://two.example.com"]);
  });

  it.each(["about", "description", "address", "email"] as const)("has the server's limit of %s", (name) => {
    const most = "x".repeat(profileLimits[name]);
    const over = (text: string) => [...inputProblems(saveProfile.body, { ...profile, [name]: text }).keys()];
    expect(over(most)).toEqual([]);
    expect(over(`${most}x`)).toEqual([name]);
  });
});

describe("It is true that WhatsApp takes", () => {
  it.each(["", "https://example.com", "http://a.nl/b"])("“%s” as a website", (text) => {
    expect(isWebsite(text)).toBe(true);
  });
  it.each(["example.com", "ftp://example.com", "https://", "https://localhost"])("“%s” as none", (text) => {
    expect(isWebsite(text)).toBe(false);
  });
  it("addresses of email alone", () => {
    expect(["", "a@b.co"].every(isEmail)).toBe(true);
    expect(["a", "a@b", "a b@c.d"].some(isEmail)).toBe(false);
  });
});
