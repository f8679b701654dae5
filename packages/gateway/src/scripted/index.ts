export { createScriptedGateway, type Script, type ScriptedGateway } from "./scripted-gateway.ts";
