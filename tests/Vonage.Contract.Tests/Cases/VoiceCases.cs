using Vonage.Voice;

namespace Vonage.Contract.Tests.Cases;

internal static class VoiceCases
{
    private static readonly Uri Hook = new("https://example.com/hook");

    public static IEnumerable<OperationCase> All() => [.. Calls(), .. InCall(), .. Emergency()];

    private static IEnumerable<OperationCase> Calls()
    {
        yield return new("voice.createCall", "NCCO", async (v, _) =>
        {
            var call = await v.Voice.CreateCallAsync(new()
            {
                From = new PhoneEndpoint("14843335555"),
                To = { new PhoneEndpoint("14843331234") },
                Ncco = Ncco.Create()
                    .Talk("Press one to confirm", bargeIn: true)
                    .Input(i => i.Dtmf(maxDigits: 1, timeout: TimeSpan.FromSeconds(5)).PostTo(new("https://example.com/answer")))
                    .Connect(new ConnectPhoneEndpoint("447700900002")),
            });
            Assert.That(call.Uuid, Is.Not.Empty);
        })
        {
            Line = "POST api.nexmo.com/v1/calls",
            Json = """
                {"to":[{"type":"phone","number":"14843331234"}],
                 "ncco":[{"action":"talk","text":"Press one to confirm","bargeIn":true},
                         {"action":"input","type":["dtmf"],"eventUrl":["https://example.com/answer"],"dtmf":{"timeOut":5,"maxDigits":1}},
                         {"action":"connect","endpoint":[{"type":"phone","number":"447700900002"}]}],
                 "from":{"type":"phone","number":"14843335555"}}
                """,
        };
        yield return new("voice.createCall", "answer URL and options", async (v, _) =>
        {
            var call = await v.Voice.CreateCallAsync(new()
            {
                RandomFromNumber = true,
                To = { new SipEndpoint { Uri = new("sip:rebekka@sip.example.com") } },
                AnswerUrl = { new("https://example.com/answer") },
                AnswerMethod = WebhookMethod.Get,
                EventUrl = { Hook },
                EventMethod = WebhookMethod.Post,
                AdvancedMachineDetection = new() { Behavior = MachineDetectionBehavior.Continue, Mode = MachineDetectionMode.Detect, BeepTimeout = TimeSpan.FromSeconds(45) },
                LengthTimer = TimeSpan.FromHours(1),
                RingingTimer = TimeSpan.FromSeconds(30),
            });
            Assert.That(call.Status?.Value, Is.Not.Empty);
        })
        {
            Line = "POST api.nexmo.com/v1/calls",
            Json = """
                {"to":[{"type":"sip","uri":"sip:rebekka@sip.example.com"}],"random_from_number":true,
                 "answer_url":["https://example.com/answer"],"answer_method":"GET","event_url":["https://example.com/hook"],"event_method":"POST",
                 "advanced_machine_detection":{"behavior":"continue","mode":"detect","beep_timeout":45},"length_timer":3600,"ringing_timer":30}
                """,
        };
        yield return new("voice.listCalls", "page", async (v, _) =>
        {
            var page = await v.Voice.ListCallsAsync(new() { Status = CallStatus.Started, StartDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), EndDate = new(2036, 1, 2, 3, 4, 5, TimeSpan.FromHours(-1)), PageSize = 20, Order = SortOrder.Descending }).AsPages().FirstAsync();
            Assert.That(page.Items, Is.Not.Null);
        })
        {
            Line = "GET api.nexmo.com/v1/calls",
            Query = "status=started&date_start=2026-01-02T03%3A04%3A05Z&date_end=2036-01-02T04%3A04%3A05Z&page_size=20&record_index=0&order=desc",
        };
        yield return new("voice.listCalls", "stream", async (v, _) =>
        {
            await foreach (var call in v.Voice.ListCallsAsync(new() { PageSize = 10 }))
            {
                Assert.That(call.Uuid, Is.Not.Empty);
                break;
            }
        })
        { Line = "GET api.nexmo.com/v1/calls", Query = "page_size=10&record_index=0" };
        yield return new("voice.getCall", "", async (v, ids) => Assert.That((await v.Voice.GetCallAsync(ids.Call)).Uuid, Is.EqualTo(ids.Call)))
        {
            Line = "GET api.nexmo.com/v1/calls/{call}",
        };
    }

    private static IEnumerable<OperationCase> InCall()
    {
        foreach (var (name, act) in new (string, Func<IVoiceClient, string, Task>)[]
                 {
                     ("hangup", (v, id) => v.HangUpAsync(id)), ("mute", (v, id) => v.MuteAsync(id)), ("unmute", (v, id) => v.UnmuteAsync(id)),
                     ("earmuff", (v, id) => v.EarmuffAsync(id)), ("unearmuff", (v, id) => v.UnearmuffAsync(id)),
                 })
        {
            yield return new("voice.updateCall", name, (v, ids) => act(v.Voice, ids.Call))
            {
                Line = "PUT api.nexmo.com/v1/calls/{call}",
                Json = "{\"action\":\"" + name + "\"}",
            };
        }
        yield return new("voice.updateCall", "transfer to NCCO", (v, ids) => v.Voice.TransferAsync(ids.Call, Ncco.Create().Talk("Please hold")))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}",
            Json = """{"action":"transfer","destination":{"type":"ncco","ncco":[{"action":"talk","text":"Please hold"}]}}""",
        };
        yield return new("voice.updateCall", "transfer to URL", (v, ids) => v.Voice.TransferToUrlAsync(ids.Call, new("https://example.com/ncco.json")))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}",
            Json = """{"action":"transfer","destination":{"type":"ncco","url":["https://example.com/ncco.json"]}}""",
        };
        yield return new("voice.startStream", "", async (v, ids) => Assert.That((await v.Voice.StartStreamAsync(ids.Call, new StartStreamRequest() { StreamUrl = { new("https://example.com/waiting.mp3") }, Loop = 0, Level = 0.4m })).Message, Is.Not.Empty))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}/stream",
            Json = """{"stream_url":["https://example.com/waiting.mp3"],"loop":0,"level":"0.4"}""",
        };
        yield return new("voice.stopStream", "", async (v, ids) => Assert.That((await v.Voice.StopStreamAsync(ids.Call)).Message, Is.Not.Empty))
        {
            Line = "DELETE api.nexmo.com/v1/calls/{call}/stream",
        };
        yield return new("voice.startTalk", "", async (v, ids) => Assert.That((await v.Voice.StartTalkAsync(ids.Call, new StartTalkRequest() { Text = "Hello", Language = "en-GB", Style = 2, Loop = 2, Level = -1m })).Message, Is.Not.Empty))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}/talk",
            Json = """{"text":"Hello","language":"en-GB","style":2,"loop":2,"level":"-1"}""",
        };
        yield return new("voice.stopTalk", "", async (v, ids) => Assert.That((await v.Voice.StopTalkAsync(ids.Call)).Message, Is.Not.Empty))
        {
            Line = "DELETE api.nexmo.com/v1/calls/{call}/talk",
        };
        yield return new("voice.sendDtmf", "", async (v, ids) => Assert.That((await v.Voice.SendDtmfAsync(ids.Call, "1p2#")).Message, Is.Not.Empty))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}/dtmf",
            Json = """{"digits":"1p2#"}""",
        };
        yield return new("voice.subscribeDtmf", "", (v, ids) => v.Voice.SubscribeDtmfAsync(ids.Call, new() { EventUrl = { Hook } }))
        {
            Line = "PUT api.nexmo.com/v1/calls/{call}/input/dtmf",
            Json = """{"event_url":["https://example.com/hook"]}""",
        };
        yield return new("voice.unsubscribeDtmf", "", (v, ids) => v.Voice.UnsubscribeDtmfAsync(ids.Call))
        {
            Line = "DELETE api.nexmo.com/v1/calls/{call}/input/dtmf",
        };
        yield return new("voice.downloadFile", "", async (v, _) =>
        {
            using var file = new MemoryStream();
            await v.Voice.DownloadRecordingByIdAsync("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", file);
            Assert.That(file.Length, Is.GreaterThan(0));
        })
        { Line = "GET api.nexmo.com/v1/files/aaaaaaaa-bbbb-cccc-dddd-0123456789ab" };
    }

    private static IEnumerable<OperationCase> Emergency()
    {
        yield return new("voice.getEmergencyNumber", "", async (v, _) => Assert.That((await v.Voice.GetEmergencyNumberAsync("15500900000")).Number, Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/v1/emergency/numbers/15500900000",
            Authorization = "Basic ",
        };
        yield return new("voice.assignEmergencyNumber", "", async (v, _) =>
        {
            var number = await v.Voice.AssignEmergencyNumberAsync("15500900000", new() { ContactName = "John Smith", Address = new("c49f3586-9b3b-458b-89fc-3c8beb58865c") });
            Assert.That(number.ContactName, Is.Not.Empty);
        })
        {
            Line = "PATCH api.nexmo.com/v1/emergency/numbers/15500900000",
            Json = """{"address":{"id":"c49f3586-9b3b-458b-89fc-3c8beb58865c"},"contact_name":"John Smith"}""",
            Authorization = "Basic ",
        };
        yield return new("voice.listEmergencyAddresses", "", async (v, _) => Assert.That((await v.Voice.ListEmergencyAddressesAsync(new() { PageSize = 10 }).AsPages().FirstAsync()).Items, Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/v1/addresses",
            Query = "page=1&page_size=10",
            Authorization = "Basic ",
        };
        yield return new("voice.createEmergencyAddress", "", async (v, _) =>
        {
            var address = await v.Voice.CreateEmergencyAddressAsync(new() { AddressName = "HQ", AddressLine1 = "PO Box 624", City = "Austin", Region = "TX", AddressLocationType = AddressLocationType.Business, PostalCode = "78701", Country = "US" });
            Assert.That(address.Id, Is.Not.Empty);
        })
        {
            Line = "POST api.nexmo.com/v1/addresses",
            Json = """{"address_name":"HQ","address_line1":"PO Box 624","city":"Austin","region":"TX","type":"emergency","address_location_type":"business","postal_code":"78701","country":"US"}""",
            Authorization = "Basic ",
        };
        yield return new("voice.getEmergencyAddress", "", async (v, _) => Assert.That((await v.Voice.GetEmergencyAddressAsync("c49f3586-9b3b-458b-89fc-3c8beb58865c")).City, Is.Not.Empty))
        {
            Line = "GET api.nexmo.com/v1/addresses/c49f3586-9b3b-458b-89fc-3c8beb58865c",
            Authorization = "Basic ",
        };
        yield return new("voice.deleteEmergencyAddress", "", (v, _) => v.Voice.DeleteEmergencyAddressAsync("c49f3586-9b3b-458b-89fc-3c8beb58865c"))
        {
            Line = "DELETE api.nexmo.com/v1/addresses/c49f3586-9b3b-458b-89fc-3c8beb58865c",
            Authorization = "Basic ",
        };
    }
}
