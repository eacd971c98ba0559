using System.Security.Cryptography;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Serialization;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.ProactiveConnect;
using Vonage.Sms;
using Vonage.Subaccounts;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage.Contract.Tests.Tolerance;

/// <summary>Replies, webhooks and NCCOs as servers and other libraries write them, which differs from what is documented.</summary>
public class WhatOthersSendTests
{
    private const string Transfer = """{"id":"6917b0ae-0000-4000-8000-000000000000","amount":0.01,"from":"a","to":"b","created_at":"2023-12-22T19:41:19.000Z"}""";

    private static readonly VonageCredentials Credentials = CreateCredentials();

    private static readonly DateTimeOffset Since = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [TestCase("credit_transfers", "id")]
    [TestCase("credit-transfers", "credit_transfer_id")]
    public async Task Credit_transfers_are_listed_under_either_name(string list, string id)
    {
        var transfers = await Answering(Listed(list, id)).Subaccounts.ListCreditTransfersAsync(Since);
        Assert.That(transfers.Select(transfer => (transfer.Id, transfer.Amount)), Is.EqualTo([("6917b0ae-0000-4000-8000-000000000000", 0.01m)]));
    }

    [TestCase("balance_transfers", "id")]
    [TestCase("balance-transfers", "balance_transfer_id")]
    public async Task Balance_transfers_are_listed_under_either_name(string list, string id)
    {
        var transfers = await Answering(Listed(list, id)).Subaccounts.ListBalanceTransfersAsync(Since);
        Assert.That(transfers.Select(transfer => (transfer.Id, transfer.Amount)), Is.EqualTo([("6917b0ae-0000-4000-8000-000000000000", 0.01m)]));
    }

    [Test]
    public void A_list_that_cannot_be_read_is_an_error_and_not_an_empty_list() =>
        Assert.That(
            () => Answering("""{"_embedded":{"credit_transfers":["x"]}}""").Subaccounts.ListCreditTransfersAsync(Since),
            Throws.InstanceOf<VonageApiException>().With.Message.Contains("credit_transfers[0]"));

    [TestCase("message-id", "error-text", "message-count")]
    [TestCase("message_id", "error_text", "message_count")]
    public async Task Names_with_hyphens_are_read_with_underscores(string id, string error, string count)
    {
        var reply = await Answering($$"""{"{{count}}":"1","messages":[{"{{id}}":"0A","status":"0","{{error}}":"none"}]}""").Sms.SendAsync(new SmsRequest("ACME", "447700900000", "Hi"));
        Assert.That((reply.MessageCount, reply.Messages[0].MessageId, reply.Messages[0].ErrorText), Is.EqualTo((1, "0A", "none")));
    }

    [TestCase("""{"error_code":"200","error_code_label":"success"}""")]
    [TestCase("""{"error-code":"200","error-code-label":"success"}""")]
    public async Task A_code_is_read_under_either_name(string json)
    {
        var topUp = await Answering(json).Account.TopUpAsync("ref");
        Assert.That((topUp.ErrorCodeLabel, topUp.AdditionalProperties.Count), Is.EqualTo(("success", 0)));
        Assert.That(ApiJson.Deserialize<Numbers.NumberResponse>(json)!.ErrorCodeLabel, Is.EqualTo("success"));
    }

    [TestCase("""{"advanced_machine_detection":{"behavior":"hangup"},"machine_detection":"continue","random_from_number":true}""")]
    [TestCase("""{"advancedMachineDetection":{"behavior":"hangup"},"machineDetection":"continue","randomFromNumber":true}""")]
    public void A_connect_action_is_read_with_the_names_of_a_call(string fields)
    {
        var connect = (ConnectAction)Ncco.Parse($$"""[{"action":"connect","endpoint":[{"type":"phone","number":"447700900000"}],{{fields[1..]}}]""")[0];
        Assert.That((connect.AdvancedMachineDetection!.Behavior?.Value, connect.MachineDetection?.Value, connect.RandomFromNumber), Is.EqualTo(("hangup", "continue", (bool?)true)));
    }

    [TestCase("""[{"session_id":"s","application_id":"a"}]""")]
    [TestCase("""[{"sessionId":"s","applicationId":"a"}]""")]
    [TestCase("""{"sessionId":"s","applicationId":"a"}""")]
    public async Task A_video_session_is_read_under_either_name(string json) =>
        Assert.That((await Answering(json).Video.CreateSessionAsync()).SessionId, Is.EqualTo("s"));

    // An empty value may be added to a signed webhook: under another name of a field, it must not take its place.
    [TestCase("messageId=0A&message_id=&message-id=")]
    [TestCase("message_id=&messageId=0A")]
    [TestCase("message-id=0A&messageId=")]
    public void An_empty_value_under_another_name_of_a_field_does_not_replace_it(string query)
    {
        var request = new WebhookRequest(query + "&err-code=1&err_code=&network-code=23410&network_code=&client-ref=r&client_ref=&message-timestamp=2020-01-01+12:00:00&message_timestamp=", null, [], null);
        var receipt = request.Read<SmsDeliveryReceipt>();
        Assert.That((receipt.MessageId, receipt.ErrCode, receipt.NetworkCode, receipt.ClientRef, receipt.MessageTimestamp?.Year), Is.EqualTo(("0A", "1", "23410", "r", (int?)2020)));
        Assert.That(request.Read<InboundSms>().MessageId, Is.EqualTo("0A"));
    }

    [TestCase("""{"total_balance":9999,"total_credit_limit":-100.5,"_embedded":{"primary_account":{"api_key":"a"},"subaccounts":[]}}""", 9999, -100.5)]
    [TestCase("""{"total_balance":"9999","_embedded":{"primary_account":{"api_key":"a"}}}""", 9999, null)]
    [TestCase("""{"total_balance":"much","total_credit_limit":null}""", null, null)]
    public async Task A_list_of_subaccounts_has_totals(string json, decimal? balance, decimal? creditLimit) =>
        Assert.That(await Answering(json).Subaccounts.GetTotalsAsync(), Is.EqualTo(new SubaccountTotals(balance, creditLimit)));

    [TestCase("scts", "\"20200101100000\"", "2020-01-01T10:00:00Z")]
    [TestCase("scts", "\"1234567890\"", "2009-02-13T23:31:30Z")]
    [TestCase("scts", "\"2001011400\"", "2020-01-01T14:00:00Z")]
    [TestCase("message-timestamp", "\"2020-01-01T12:00:00+02:00\"", "2020-01-01T10:00:00Z")]
    [TestCase("message-timestamp", "\"2020-01-01T12:00:00\"", "2020-01-01T12:00:00Z")]
    [TestCase("message-timestamp", "1577880000000", "2020-01-01T12:00:00Z")]
    [TestCase("message-timestamp", "1577880000.5", "2020-01-01T12:00:00.5Z")]
    [TestCase("message-timestamp", "\"1577880000.25\"", "2020-01-01T12:00:00.25Z")]
    [TestCase("message-timestamp", "\"20200101T120000Z\"", "2020-01-01T12:00:00Z")]
    [TestCase("message-timestamp", "\"20200101T120000+0200\"", "2020-01-01T10:00:00Z")]
    [TestCase("message-timestamp", "\"2020/01/01 12:00:00\"", "2020-01-01T12:00:00Z")]
    [TestCase("message-timestamp", "\"Wed, 01 Jan 2020 12:00:00 GMT\"", "2020-01-01T12:00:00Z")]
    [TestCase("message-timestamp", "\"Wed, 1 Jan 2020 12:00:00 +0200\"", "2020-01-01T10:00:00Z")]
    public void A_delivery_receipt_has_its_times_in_any_form(string field, string value, string time)
    {
        var receipt = ApiJson.Deserialize<SmsDeliveryReceipt>($$"""{"messageId":"0A","{{field}}":{{value}},"status":"delivered"}""")!;
        Assert.That((receipt.Status, field == "scts" ? receipt.Scts : receipt.MessageTimestamp), Is.EqualTo((SmsDeliveryStatus.Delivered, (DateTimeOffset?)DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [TestCase("price=0%2C03", "price", "0,03")]
    [TestCase("scts=soon", "scts", "soon")]
    public void A_delivery_receipt_in_a_query_keeps_what_cannot_be_read(string query, string field, string text)
    {
        var receipt = new WebhookRequest("messageId=0A&status=delivered&" + query, null, [], null).Read<SmsDeliveryReceipt>();
        Assert.That((receipt.Status, receipt.Price, receipt.Scts, (string?)receipt.AdditionalProperties[field]), Is.EqualTo((SmsDeliveryStatus.Delivered, (decimal?)null, (DateTimeOffset?)null, text)));
    }

    [TestCase("start_time", "\"not a date\"")]
    [TestCase("duration", "1e300")]
    [TestCase("duration", "3000000000.5")]
    [TestCase("price", "\"0,03\"")]
    public async Task A_call_keeps_what_cannot_be_read(string field, string value)
    {
        var call = await Answering($$"""{"uuid":"a","status":"completed","{{field}}":{{value}},"network":"65512"}""").Voice.GetCallAsync("a");
        Assert.That((call.Uuid, call.Network), Is.EqualTo(("a", "65512")));
        Assert.That(call.AdditionalProperties.ContainsKey(field) || call.Duration is not null, Is.True);
    }

    [Test]
    public void A_required_value_that_cannot_be_read_is_named() =>
        Assert.That(() => Answering("""{"uuid":{"a":"secret"},"status":"completed"}""").Voice.GetCallAsync("a"), Throws.InstanceOf<VonageApiException>().With.Message.Contains("'uuid'").And.Message.Not.Contains("secret"));

    [TestCase("""[{"type":"check","check_url":"https://example.com/check"}]""")]
    [TestCase("""{"type":"check","check_url":"https://example.com/check"}""")]
    public void The_step_of_silent_authentication_is_read_alone_or_in_a_list(string action)
    {
        var change = (ChannelVerificationEvent)ApiJson.Deserialize<VerificationEvent>($$"""{"type":"event","channel":"silent_auth","status":"action_pending","action":{{action}}}""")!;
        Assert.That(change.Action!.CheckUrl, Is.EqualTo(new Uri("https://example.com/check")));
    }

    [TestCase("""[{"type":"phone","number":"447700900000"}]""")]
    [TestCase("""{"type":"phone","number":"447700900000"}""")]
    [TestCase("""["447700900000"]""")]
    [TestCase("\"447700900000\"")]
    public async Task The_parties_of_a_call_are_read_alone_in_a_list_or_as_numbers(string party)
    {
        var call = await Answering($$"""{"uuid":"a","status":"completed","to":{{party}},"from":{{party}}}""").Voice.GetCallAsync("a");
        Assert.That((call.To!.Number, call.From!.Number), Is.EqualTo(("447700900000", "447700900000")));
    }

    [TestCase("\"12\"")]
    [TestCase("12")]
    [TestCase("""{"digits":"12"}""")]
    [TestCase("""[{"digits":"12"}]""")]
    public void The_keys_of_an_input_event_are_read_alone_or_in_an_object(string dtmf) =>
        Assert.That(ApiJson.Deserialize<InputEvent>($$"""{"uuid":"a","dtmf":{{dtmf}}}""")!.Dtmf!.Digits, Is.EqualTo("12"));

    [Test]
    public void A_sender_of_an_unknown_channel_may_be_an_object()
    {
        var message = ApiJson.Deserialize<InboundMessage>("""{"channel":"pigeon","message_uuid":"u","from":{"loft":7},"to":"447700900000","timestamp":"2020-01-01T14:00:00Z"}""")!;
        Assert.That((message.Channel, message.MessageUuid, message.From, (int)message.AdditionalProperties["from"]["loft"]!), Is.EqualTo(("pigeon", "u", (string?)null, 7)));
    }

    [TestCase("""{"request_id":"r","status":"FAILED","error_text":"no more attempts"}""", "FAILED")]
    [TestCase("""{"request_id":"r","status":"IN PROGRESS","error_text":"wait"}""", "IN PROGRESS")]
    public async Task A_state_of_a_verification_is_no_refusal(string json, string state)
    {
        var found = await Answering(json).Verify.GetAsync("r");
        Assert.That((found.Status?.Value, found.IsSuccessful, found.ErrorText), Is.EqualTo((state, false, (string?)JObject.Parse(json)["error_text"])));
    }

    [TestCase("""{"status":"101","error_text":"No response found."}""")]
    [TestCase("""{"status":6,"error_text":"unknown"}""")]
    [TestCase("""{"error_text":"unknown"}""")]
    public void A_number_in_place_of_a_state_refuses(string json) =>
        Assert.That(() => Answering(json).Verify.GetAsync("r"), Throws.InstanceOf<VonageVerifyException>());

    [TestCase("""[{"action":"input","eventUrl":["https://example.com/a"]}]""", "input.type")]
    [TestCase("""[{"action":"input"}]""", "input.type")]
    [TestCase("""[{"action":"record","channels":1}]""", "record.channels")]
    [TestCase("""[{"action":"talk","text":{"a":1}}]""", "talk.text")]
    [TestCase("""[{"action":"connect","endpoint":[]}]""", "connect.endpoint")]
    [TestCase("""[{"loop":1}]""", "[unknown].action")]
    [TestCase("""[{"action":"talk","text":"a","loop":"often"}]""", "talk.loop")]
    public void An_odd_NCCO_is_read_as_it_is_and_checked_when_asked(string json, string field)
    {
        var ncco = Ncco.Parse(json);
        Assert.That(ncco.Validate, Throws.TypeOf<InvalidRequestException>().With.Message.StartsWith(field));
        Assert.That(JToken.DeepEquals(JToken.Parse(ApiJson.Serialize((IEnumerable<IJsonWritable>)ncco).Replace(",\"endpoint\":[]", "", StringComparison.Ordinal)), JToken.Parse(json.Replace(",\"endpoint\":[]", "", StringComparison.Ordinal))), Is.True);
    }

    [Test]
    public void An_NCCO_of_another_library_has_numbers_and_Booleans_as_text_and_one_address_without_a_list()
    {
        var ncco = Ncco.Parse("""[{"action":"talk","text":"Hi","loop":"2","bargeIn":"true","level":"0.5"},{"action":"record","channels":"2","split":"conversation","eventUrl":"https://example.com/a"}]""");
        ncco.Validate();
        Assert.That(ncco.ToJson(), Is.EqualTo("""[{"action":"talk","text":"Hi","bargeIn":true,"loop":2,"level":0.5},{"action":"record","split":"conversation","channels":2,"eventUrl":["https://example.com/a"]}]"""));
    }

    [Test]
    public void A_reference_may_contain_hyphens_as_the_examples_do() =>
        Assert.That(() => Answering("""{"request_id":"r"}""").VerifyV2.StartAsync(new StartVerificationRequest("ACME") { Workflow = { new SmsWorkflow("447700900000") }, ClientRef = "my-personal-ref" }), Throws.Nothing);

    [TestCase("error_text")]
    [TestCase("status_message")]
    public void A_rejected_lookup_says_why_in_either_field(string field) =>
        Assert.That(
            () => Answering($$"""{"status":43,"{{field}}":"no live data"}""").NumberInsight.GetAdvancedAsync("447700900000"),
            Throws.InstanceOf<VonageNumberInsightException>().With.Property(nameof(VonageNumberInsightException.Response)).Property(nameof(IInsightResponse.StatusMessage)).EqualTo("no live data"));

    [Test]
    public void An_untyped_request_checks_what_it_reads_into_a_reply_of_a_typed_one()
    {
        var raw = Answering("""{"status":"3","error_text":"no brand","message-count":"1","messages":[{"status":"4","error-text":"Bad Credentials"}]}""").Raw;
        Assert.That(() => raw.GetAsync<BasicInsight>("https://api.nexmo.com/ni/basic/json", null, ApiAuthentication.Basic), Throws.InstanceOf<VonageNumberInsightException>());
        Assert.That(() => raw.PostAsync<VerifyResponse>("https://api.nexmo.com/verify/json", null, ApiAuthentication.Basic), Throws.InstanceOf<VonageVerifyException>());
        Assert.That(() => raw.SubmitFormAsync<SmsResponse>("https://rest.nexmo.com/sms/json", new { text = "Hi" }, ApiAuthentication.Basic), Throws.InstanceOf<VonageSmsException>());
    }

    [TestCase("")]
    [TestCase(" \r\n")]
    [TestCase("null")]
    public async Task A_correct_code_needs_no_body(string body) =>
        Assert.That((await Answering(body).VerifyV2.CheckAsync("c11236f4-00bf-4b89-84ba-88b25df97315", "1234")).IsCompleted, Is.True);

    [TestCase("[]")]
    [TestCase("[null]")]
    [TestCase("\"\"")]
    [TestCase("\" \"")]
    public void An_empty_list_or_text_is_no_absent_body(string body) =>
        Assert.That(() => Answering(body).VerifyV2.CheckAsync("c11236f4-00bf-4b89-84ba-88b25df97315", "1234"), Throws.InstanceOf<VonageApiException>());

    [TestCase("""[{"action":"notify","payload":"a","eventUrl":["https://example.com/a"]}]""")]
    [TestCase("""[{"action":"connect","endpoint":[{"type":[[1]],"number":"447700900000"}]}]""")]
    public void What_cannot_be_read_is_written_once(string json) =>
        Assert.That(Written(Ncco.Parse(json)), Is.EquivalentTo(JToken.Parse(json)).Using<JToken>(JToken.DeepEquals));

    [TestCase("channel")]
    [TestCase("message_type")]
    public void A_constant_of_another_type_is_written_once(string name)
    {
        var message = ApiJson.Deserialize<InboundMmsTextMessage>($$$"""{"text":"a","{{{name}}}":{"b":1}}""")!;
        Assert.That((int)((JObject)Written([message])[0])[name]!["b"]!, Is.EqualTo(1));
    }

    private static JArray Written(IEnumerable<IJsonWritable> models)
    {
        using var json = new JsonTextReader(new StringReader(ApiJson.Serialize(models)));
        return JArray.Load(json, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
    }

    [Test]
    public void A_request_that_names_nothing_is_not_sent()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Answering("{}").Verify.GetAsync(""), Throws.InstanceOf<InvalidRequestException>());
            Assert.That(() => Answering("{}").Verify.ListAsync([]), Throws.InstanceOf<InvalidRequestException>());
            Assert.That(() => Answering("{}").ProactiveConnect.CreateItemAsync("4cb98f71-a879-49f7-b5cf-2314353eb52c", new CreateItemRequest()), Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo("data"));
            Assert.That(() => Answering("{}").Messages.SendAsync(new WhatsAppCustomMessage { From = "447700900001", To = "447700900000" }), Throws.InstanceOf<InvalidRequestException>().With.Property("Field").EqualTo("custom"));
            Assert.That(() => Ncco.Create().Connect(new ConnectSipEndpoint(new Uri("https://sip.example.com"))), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("sip:"));
            Assert.That(() => Ncco.Create().Connect(new ConnectSipEndpoint(new Uri("rebekka@sip.example.com", UriKind.Relative))), Throws.InstanceOf<InvalidRequestException>().With.Message.Contains("sip:"));
        });
    }

    [Test]
    public void Parameters_of_a_template_are_texts_or_objects()
    {
        var message = new WhatsAppTemplateMessage { From = "447700900001", To = "447700900000", Template = new WhatsAppTemplate("verify") { Parameters = { "Ann", new JObject { ["default"] = "64873" } } } };
        Assert.That(ApiJson.Serialize(message), Does.Contain("""parameters":["Ann",{"default":"64873"}]"""));
    }

    [Test]
    public void A_custom_message_of_another_library_keeps_its_content()
    {
        const string Json = """{"message_type":"custom","channel":"whatsapp","from":"1234","to":"1234567890","custom":{"type":"template","template":{"namespace":"a","parameters":[{"default":"b"}]}}}""";
        var message = JsonConvert.DeserializeObject<OutboundMessage>(Json, ApiJson.CreateSettings())!;
        Assert.That(JToken.DeepEquals(JToken.Parse(ApiJson.Serialize(message)), JToken.Parse(Json)), Is.True, ApiJson.Serialize(message));
    }

    [TestCase("""{"last_location_time":"2026-01-01T00:00:00Z","location":{"type":"POLYGON"}}""", "location.boundary")]
    [TestCase("""{"last_location_time":"2026-01-01T00:00:00Z","location":{"center":{"latitude":1,"longitude":2},"radius_meters":800}}""", "location.type")]
    [TestCase("""{"last_location_time":"2026-01-01T00:00:00Z","location":{"type":"POLYGON","boundary":[{"latitude":1}]}}""", "location.boundary[0].longitude")]
    public void A_location_without_its_area_is_no_location(string json, string field) =>
        Assert.That(() => Answering(json).LocationRetrieval.RetrieveAsync("447700900000"), Throws.InstanceOf<VonageApiException>().With.Message.Contains($"lacks the field '{field}'"));

    [Test]
    public void Numbers_that_were_removed_from_a_pool_are_named() =>
        Assert.That(
            () => Answering("""{"error":{"title":"Could not remove all numbers to pool"}}""").NumberPools.RemoveNumbersAsync("p", new() { Numbers = { "14155550110" } }),
            Throws.InstanceOf<VonageApiException>().With.Message.Contains("lacks the field 'numbers'"));

    [TestCase("{\"a\":1}")]
    [TestCase("[[]]")]
    [TestCase("12")]
    public async Task A_template_with_an_odd_format_is_read(string format)
    {
        var whatsApp = Answering($$"""{"id":"1","name":"n","language":"en","components":[{"type":"HEADER","format":{{format}},"text":"a"},{"type":"BODY","format":{{format}},"text":"b"},{"type":"BUTTONS","buttons":[{"type":"URL","text":{{format}},"url":{{format}}}]}]}""").WhatsAppTemplates;
        Assert.That((await whatsApp.GetAsync("w", "1")).Components.Select(part => part.Type), Is.EqualTo(["HEADER", "BODY", "BUTTONS"]));
    }

    [TestCase("12")]
    [TestCase("[[]]")]
    [TestCase("\"text\"")]
    [TestCase("""{"next":12,"cursors":12}""")]
    [TestCase("""{"next":{"href":[[]]}}""")]
    public async Task What_stands_beside_the_items_of_a_page_costs_none_of_them(string odd)
    {
        var pools = Answering($$"""{"total_items":1,"_links":{{odd}},"_embedded":{"pools":[{"pool_id":"p"}]} }""").NumberPools.ListAsync();
        Assert.That(await pools.Select(pool => pool.PoolId).ToListAsync(), Is.EqualTo(["p"]));
        var traffic = Answering($$"""{"page":{{odd}},"_embedded":{"events":[{"id":"e"}]} }""").Audit.ListEventsAsync();
        Assert.That((await traffic.AsPages().FirstAsync()).Items[0].Id, Is.EqualTo("e"));
        var templates = Answering($$"""{"paging":{{odd}},"templates":[{"id":"t"}]}""").WhatsAppTemplates.ListAsync("w");
        Assert.That((await templates.AsPages().FirstAsync()).Items[0].Id, Is.EqualTo("t"));
    }

    [TestCase("null", "It has no body")]
    [TestCase("""{"title":"Not now"}""", "'name'")]
    [TestCase("""[{"name":"d"},12]""", "'[1]'")]
    [TestCase("""[{"trunk_name":"d"}]""", "'[0].name'")]
    public void A_list_of_SIP_domains_is_a_list_of_domains(string json, string reason) =>
        Assert.That(() => Answering(json).ProgrammableSip.ListAsync(), Throws.InstanceOf<VonageApiException>().With.Message.Contains(reason));

    [Test]
    public void The_age_of_a_location_is_not_cut()
    {
        using var handler = StubHandler.Of("{}");
        var vonage = new VonageClient(new HttpClient(handler), Credentials);
        Assert.That(() => vonage.LocationRetrieval.RetrieveAsync("447700900000", TimeSpan.FromSeconds(1.5)), Throws.TypeOf<InvalidRequestException>().With.Message.Contains("location_age_seconds must be a whole number of seconds, but is 1.5. Round it, for example to 2."));
        Assert.That(handler.Sent, Is.Empty);
    }

    private static string Listed(string list, string id) => $$$"""{"_embedded":{"{{{list}}}":[{{{Transfer.Replace("\"id\"", $"\"{id}\"", StringComparison.Ordinal)}}}]}}""";

    private static VonageClient Answering(string json) => new(new HttpClient(StubHandler.Of(json)), Credentials);

    private static VonageCredentials CreateCredentials()
    {
        using var key = RSA.Create(2048);
        return VonageCredentials.FromApiKey("abcd1234", "Abcdefgh0").WithApplication("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", key.ExportPkcs8PrivateKeyPem());
    }
}
