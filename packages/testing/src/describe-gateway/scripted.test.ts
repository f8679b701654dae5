import { describeGateway } from "../describe-gateway.ts";
import { openScriptedGateway } from "./scripted-under-test.test-support.ts";

describeGateway("a gateway to nowhere", openScriptedGateway);
