import type { MessageConfig } from "@parley/flow";
import {
  Contact,
  CornerDownRight,
  ExternalLink,
  FileText,
  Image,
  LayoutTemplate,
  List,
  LocateFixed,
  type LucideIcon,
  MapPin,
  MessageSquareText,
  Mic,
  ScanEye,
  SmilePlus,
  Sticker,
  Video,
} from "lucide-react";

/** The icon of every message type. */
export const messageIcons: { readonly [Type in MessageConfig["type"]]: LucideIcon } = {
  text: MessageSquareText,
  media: Image,
  location: MapPin,
  contacts: Contact,
  list: List,
  "reply-buttons": CornerDownRight,
  template: LayoutTemplate,
  "cta-url": ExternalLink,
  "location-request": LocateFixed,
  reaction: SmilePlus,
  "read-mark": ScanEye,
};

/** The icons of the kinds of files. */
export const mediaIcons: { readonly [kind: string]: LucideIcon } = {
  image: Image,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Sticker,
};
