using Vonage.Core;
using Vonage.Testing;
using Vonage.VerifyV2;

namespace Vonage.Contract.Tests.Apis;

/// <summary>Verify v2: typed errors, rules, templates, and a verification from start to end.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class VerifyV2Tests : IAsyncDisposable
{
    private readonly ShiftedTime _clock = new();
    private VonageSimulator _simulator = null!;
    private IVerifyV2Client _verify = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync(new() { TimeProvider = _clock });
        _verify = _simulator.CreateClient().VerifyV2;
    }

    [TearDown]
    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task The_third_wrong_code_ends_it()
    {
        var id = await StartAsync(new SmsWorkflow("447700900000"));

        var first = await Thrown.By<VonageInvalidCodeException>(() => _verify.CheckAsync(id, "987654"));
        await Thrown.By<VonageInvalidCodeException>(() => _verify.CheckAsync(id, "987654"));
        await Thrown.By<VonageVerificationEndedException>(() => _verify.CheckAsync(id, "987654"));
        await Thrown.By<VonageVerificationEndedException>(() => _verify.CheckAsync(id, VonageSimulator.VerificationCode));

        Assert.That((first.Problem?.Title, first.Problem?.Detail), Is.EqualTo(("Invalid Code", "The code does not match the expected value")));
        Assert.That(first.ToString(), Does.Not.Contain("987654"));
    }

    [Test]
    public async Task A_second_verification_of_a_number_names_the_first()
    {
        var id = await StartAsync(new SmsWorkflow("447700900000"));

        var error = await Thrown.By<VonageVerificationConflictException>(() => StartAsync(new VoiceWorkflow("447700900000")));
        Assert.That(error.VerificationRequestId, Is.EqualTo(id));

        await _verify.CancelAsync(error.VerificationRequestId!);
        Assert.That(await StartAsync(new VoiceWorkflow("447700900000")), Is.Not.EqualTo(id));
    }

    [TestCase("""{"status":"failed"}""")]
    [TestCase("""{"request_id":"90596ac8-e1f1-46a9-a80f-ebd55e2296ae","status":"pending"}""")]
    [TestCase("""{"request_id":"90596ac8-e1f1-46a9-a80f-ebd55e2296ae"}""")]
    [TestCase("{}")]
    public async Task A_check_that_does_not_say_completed_is_no_success(string body)
    {
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.Json(context, 200, body));
        var client = new VerifyV2Client(_simulator.Credentials, new() { Hosts = { ["api.nexmo.com"] = server.Address } });

        foreach (var check in new Func<Task>[] { () => client.CheckAsync("90596ac8-e1f1-46a9-a80f-ebd55e2296ae", "1234"), () => client.CheckTokenAsync("90596ac8-e1f1-46a9-a80f-ebd55e2296ae", "token"), () => client.TryCheckAsync("90596ac8-e1f1-46a9-a80f-ebd55e2296ae", "1234") })
            Assert.That((await Thrown.By<VonageApiException>(check)).Message, Is.EqualTo("VerifyV2.check: the response cannot be used: 200 OK. Its status is not 'completed': the code is not verified."));
    }

    [Test]
    public async Task Without_an_id_a_conflict_is_a_conflict_all_the_same()
    {
        var id = await StartAsync(new SmsWorkflow("447700900000"));
        var error = await Thrown.By<VonageVerificationConflictException>(() => _verify.TriggerNextWorkflowAsync(id));
        Assert.That((error.VerificationRequestId, error.Problem?.Detail), Is.EqualTo(((string?)null, "There are no more events left to trigger.")));
    }

    [Test]
    public async Task Silent_authentication_falls_back_to_sms()
    {
        var started = await _verify.StartAsync(new() { Brand = "ACME", Workflow = { new SilentAuthWorkflow("447700900000"), new SmsWorkflow("447700900000") } });
        Assert.That(started.CheckUrl?.AbsolutePath, Is.EqualTo($"/v2/verify/{started.RequestId}/silent-auth/redirect"));

        await _verify.TriggerNextWorkflowAsync(started.RequestId);
        await Thrown.By<VonageVerificationConflictException>(() => _verify.GetSilentAuthCodeAsync(started.RequestId));

        Assert.That((await _verify.CheckAsync(started.RequestId, "1234")).Status, Is.EqualTo(CheckedVerificationStatus.Completed));
        var gone = await Thrown.By<VonageApiException>(() => _verify.CheckAsync(started.RequestId, "1234"));
        Assert.That((int)gone.StatusCode!, Is.EqualTo(404));
    }

    [Test]
    public async Task Silent_authentication_has_one_try()
    {
        var id = await StartAsync(new SilentAuthWorkflow("447700900000"));
        await Thrown.By<VonageVerificationEndedException>(() => _verify.CheckAsync(id, "wrong1"));
    }

    [Test]
    public async Task A_button_has_no_code()
    {
#pragma warning disable CS0618 // Deprecated, and still to be had.
        var id = await StartAsync(new WhatsAppInteractiveWorkflow("447700900000"));
#pragma warning restore CS0618
        await Thrown.By<VonageVerificationConflictException>(() => _verify.CheckAsync(id, "1234"));
    }

    [Test]
    public async Task Time_runs_out()
    {
        var id = await StartAsync(new SmsWorkflow("447700900000"));
        _clock.Advance(TimeSpan.FromSeconds(181));
        Assert.That(await StatusOf(() => _verify.CheckAsync(id, "1234")), Is.EqualTo(404));
    }

    [TestCase(7, null, "1234567")]
    [TestCase(null, "e4dR1Qz", "e4dR1Qz")]
    public async Task The_code_is_as_long_as_asked_for_or_the_callers_own(int? length, string? own, string right)
    {
        var started = await _verify.StartAsync(new() { Brand = "ACME", CodeLength = length, Code = own, Workflow = { new SmsWorkflow("447700900000") } });
        Assert.That((await _verify.CheckAsync(started.RequestId, right)).RequestId, Is.EqualTo(started.RequestId));
    }

    [TestCase("start", 401)]
    [TestCase("start", 402)]
    [TestCase("start", 403)]
    [TestCase("start", 409)]
    [TestCase("start", 412)]
    [TestCase("start", 422)]
    [TestCase("start", 429)]
    [TestCase("start", 500)]
    [TestCase("check", 400)]
    [TestCase("check", 401)]
    [TestCase("check", 404)]
    [TestCase("check", 409)]
    [TestCase("check", 410)]
    [TestCase("check", 429)]
    [TestCase("cancel", 404)]
    [TestCase("triggerNextWorkflow", 404)]
    [TestCase("triggerNextWorkflow", 409)]
    [TestCase("getSilentAuthCode", 409)]
    [TestCase("getSilentAuthCode", 412)]
    [TestCase("createTemplate", 403)]
    [TestCase("createTemplate", 409)]
    [TestCase("listTemplates", 429)]
    [TestCase("getTemplate", 404)]
    [TestCase("updateTemplate", 409)]
    [TestCase("deleteTemplate", 409)]
    [TestCase("createFragment", 409)]
    [TestCase("listFragments", 404)]
    [TestCase("getFragment", 404)]
    [TestCase("updateFragment", 422)]
    [TestCase("deleteFragment", 404)]
    public async Task Each_documented_error_has_its_problem(string operation, int status)
    {
        _simulator.Respond("verify-v2." + operation, status);
        const string id = "c11236f4-00bf-4b89-84ba-88b25df97315";
        var error = await Thrown.By<VonageApiException>(() => operation switch
        {
            "start" => StartAsync(new SmsWorkflow("447700900000")),
            "check" => _verify.CheckAsync(id, "1234"),
            "cancel" => _verify.CancelAsync(id),
            "triggerNextWorkflow" => _verify.TriggerNextWorkflowAsync(id),
            "getSilentAuthCode" => _verify.GetSilentAuthCodeAsync(id),
            "createTemplate" => _verify.CreateTemplateAsync(new("my-template")),
            "listTemplates" => _verify.ListTemplatesAsync().ToListAsync().AsTask(),
            "getTemplate" => _verify.GetTemplateAsync(id),
            "updateTemplate" => _verify.UpdateTemplateAsync(id, new() { IsDefault = true }),
            "deleteTemplate" => _verify.DeleteTemplateAsync(id),
            "createFragment" => _verify.CreateFragmentAsync(id, new() { Channel = FragmentChannel.Voice, Locale = "en-us", Text = "${code}" }),
            "listFragments" => _verify.ListFragmentsAsync(id).ToListAsync().AsTask(),
            "getFragment" => _verify.GetFragmentAsync(id, id),
            "updateFragment" => _verify.UpdateFragmentAsync(id, id, new("${code}")),
            _ => _verify.DeleteFragmentAsync(id, id),
        });
        var kind = (operation, status) switch
        {
            ("check", 400) => typeof(VonageInvalidCodeException),
            ("start" or "check" or "triggerNextWorkflow" or "getSilentAuthCode", 409) => typeof(VonageVerificationConflictException),
            ("check", 410) => typeof(VonageVerificationEndedException),
            ("start" or "check", 429) => typeof(VonageVerificationRateLimitException),
            _ => typeof(VonageApiException),
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error, Is.TypeOf(kind));
            Assert.That((int)error!.StatusCode!, Is.EqualTo(status));
            Assert.That(error.Problem?.Title, Is.Not.Empty);
            Assert.That(error.Problem?.Detail, Is.Not.Empty);
        }
    }

    [Test]
    public async Task A_refused_field_is_named()
    {
        _simulator.Respond("verify-v2.start", 422);
        var error = await Thrown.By<VonageApiException>(() => StartAsync(new SmsWorkflow("447700900000")));
        Assert.That(error.Problem?.InvalidParameters[0].Name, Is.EqualTo("brand"));
    }

    [Test]
    public async Task A_template_lives_from_creation_to_deletion()
    {
        for (var i = 0; i < 3; i++)
            await _verify.CreateTemplateAsync(new($"template-{i}"));
        var names = new List<string>();
        var list = _verify.ListTemplatesAsync(new() { PageSize = 2 });
        for (var round = 0; round < 2; round++)
            await foreach (var one in list)
                names.Add(one.Name);
        Assert.That(string.Join(' ', names), Is.EqualTo("template-0 template-1 template-2 template-0 template-1 template-2"));

        var template = (await _verify.ListTemplatesAsync().FirstAsync()).TemplateId;
        var fragment = (await _verify.CreateFragmentAsync(template, new() { Channel = FragmentChannel.Sms, Locale = "en-us", Text = "${code}" })).TemplateFragmentId!;
        Assert.That(await StatusOf(() => _verify.DeleteTemplateAsync(template)), Is.EqualTo(409));
        Assert.That((await _verify.UpdateFragmentAsync(template, fragment, new("Code: ${code}"))).Text, Is.EqualTo("Code: ${code}"));
        await _verify.DeleteFragmentAsync(template, fragment);
        await _verify.DeleteTemplateAsync(template);
        Assert.That(await StatusOf(() => _verify.GetTemplateAsync(template)), Is.EqualTo(404));
        Assert.That(await StatusOf(() => _verify.CreateTemplateAsync(new("template-1"))), Is.EqualTo(409));
    }

    [Test]
    public async Task An_empty_list_is_a_list_all_the_same()
    {
        await foreach (var template in _verify.ListTemplatesAsync())
            Assert.Fail($"There should be none, but there is {template.Name}.");
        Assert.That(_simulator.Requests.Count, Is.EqualTo(1));
    }

    [TestCase("brand", "AC/ME", null, null, null)]
    [TestCase("brand", "", null, null, null)]
    [TestCase("brand", "A brand that is too long", null, null, null)]
    [TestCase("client_ref", "ACME", "12345678901234567890123456789012345678901", null, null)]
    [TestCase("code", "ACME", null, "12-4", null)]
    [TestCase("code", "ACME", null, "123", null)]
    [TestCase("code", "ACME", null, "12345678901", null)]
    [TestCase("code", "ACME", null, "123456", 4)]
    [TestCase("code_length", "ACME", null, null, 3)]
    [TestCase("code_length", "ACME", null, null, 11)]
    public async Task Rules_are_checked_before_sending(string field, string brand, string? reference, string? code, int? length)
    {
        var request = new StartVerificationRequest { Brand = brand, ClientRef = reference, Code = code, CodeLength = length, Workflow = { new SmsWorkflow("447700900000") } };
        var error = await Thrown.By<InvalidRequestException>(() => _verify.StartAsync(request));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Field, Is.EqualTo(field));
            Assert.That(error.Message, Does.Not.Contain(code ?? "nothing"));
            Assert.That(_simulator.Requests, Is.Empty);
        }
    }

    [TestCase(14)]
    [TestCase(901)]
    public async Task A_channel_has_quarter_of_a_minute_to_quarter_of_an_hour(int seconds)
    {
        var request = new StartVerificationRequest { Brand = "ACME", ChannelTimeout = TimeSpan.FromSeconds(seconds), Workflow = { new SmsWorkflow("447700900000") } };
        Assert.That((await Thrown.By<InvalidRequestException>(() => _verify.StartAsync(request))).Field, Is.EqualTo("channel_timeout"));
    }

    [Test]
    public async Task Channels_keep_their_rules()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FieldOf(), Is.EqualTo("workflow"), "none");
            Assert.That(await FieldOf(new SmsWorkflow("07700900000")), Is.EqualTo("workflow[0].to"));
            Assert.That(await FieldOf(new SmsWorkflow("447700900000") { AppHash = "short" }), Is.EqualTo("workflow[0].app_hash"));
            Assert.That(await FieldOf(new WhatsAppWorkflow { To = "447700900000" }), Is.EqualTo("workflow[0].from"));
            Assert.That(await FieldOf(new EmailWorkflow("alice")), Is.EqualTo("workflow[0].to"));
            Assert.That(await FieldOf(new SmsWorkflow("447700900000"), new SilentAuthWorkflow("447700900000")), Is.EqualTo("workflow[1]"));
            Assert.That(await FieldOf(new SmsWorkflow("447700900000"), new SmsWorkflow("447700900001"), new SmsWorkflow("447700900002"), new SmsWorkflow("447700900003")), Is.EqualTo("workflow"), "too many");
        }

        async Task<string> FieldOf(params VerificationWorkflow[] channels) => (await Thrown.By<InvalidRequestException>(() => StartAsync(channels))).Field;
    }

    [Test]
    public async Task What_vonage_may_widen_is_not_checked()
    {
        var started = await _verify.StartAsync(new() { Brand = "ACME", Locale = "tlh-qo", Workflow = { new SmsWorkflow("447700900000") } });
        Assert.That(started.RequestId, Is.Not.Empty);
    }

    [Test]
    public async Task A_check_has_a_code()
    {
        const string id = "c11236f4-00bf-4b89-84ba-88b25df97315";
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Thrown.By<InvalidRequestException>(() => _verify.CheckAsync(id, ""))).Field, Is.EqualTo("code"));
            Assert.That((await Thrown.By<InvalidRequestException>(() => _verify.CheckAsync(id, "123"))).Message, Does.Not.Contain("123 "));
            Assert.That((await Thrown.By<InvalidRequestException>(() => _verify.CreateTemplateAsync(new("my template")))).Field, Is.EqualTo("name"));
            Assert.That((await Thrown.By<InvalidRequestException>(() => _verify.UpdateTemplateAsync(id, new() { Name = "my/template" }))).Field, Is.EqualTo("name"));
        }
    }

    private async Task<string> StartAsync(params VerificationWorkflow[] channels) =>
        (await _verify.StartAsync(new() { Brand = "ACME", Workflow = [.. channels] })).RequestId;

    private static async Task<int> StatusOf(Func<Task> call) => (int)(await Thrown.By<VonageApiException>(call)).StatusCode!;
}
