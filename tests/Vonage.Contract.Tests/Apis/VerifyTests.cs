using System.Net;
using Vonage.Core;
using Vonage.Simulation;
using Vonage.Testing;
using Vonage.Verify;

namespace Vonage.Contract.Tests.Apis;

/// <summary>Verify v1: refusals with status 200, limits, and a verification from start to end.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class VerifyTests : IAsyncDisposable
{
    private readonly ShiftedTime _clock = new();
    private VonageSimulator _simulator = null!;
    private VonageClient _vonage = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _simulator = await VonageSimulator.StartAsync(new() { TimeProvider = _clock });
        _vonage = _simulator.CreateClient();
    }

    [TearDown]
    public async ValueTask DisposeAsync() => await _simulator.DisposeAsync();

    [Test]
    public async Task A_wrong_code_may_be_followed_by_two_more()
    {
        var id = (await _vonage.Verify.StartAsync("447700900000", "ACME")).RequestId;

        var first = await Refused(() => _vonage.Verify.CheckAsync(id, "987654"));
        var second = await Refused(() => _vonage.Verify.CheckAsync(id, "987654"));
        var third = await Refused(() => _vonage.Verify.CheckAsync(id, "987654"));
        var over = await Refused(() => _vonage.Verify.CheckAsync(id, VonageSimulator.VerificationCode));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Status, second.Status), Is.EqualTo((VerifyStatus.WrongCode, VerifyStatus.WrongCode)));
            Assert.That((third.Status, over.Status), Is.EqualTo((VerifyStatus.TooManyWrongCodes, VerifyStatus.InvalidRequest)));
            Assert.That(first.VerificationRequestId, Is.EqualTo(id));
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(first.Response, Is.InstanceOf<VerifyCheckResponse>());
            Assert.That(first.ToString(), Does.Contain("the code is wrong").And.Not.Contain("987654"));
        }
        var found = await _vonage.Verify.GetAsync(id);
        Assert.That((found.Status, found.Checks.Count, found.Checks[0].Status), Is.EqualTo(((VerifySearchStatus?)VerifySearchStatus.Failed, 3, (VerifyCheckOutcome?)VerifyCheckOutcome.Invalid)));
    }

    [Test]
    public async Task A_second_verification_of_a_number_names_the_first()
    {
        var id = (await _vonage.Verify.StartAsync("447700900000", "ACME")).RequestId;

        var error = await Refused(() => _vonage.Verify.StartAsync("447700900000", "ACME"));

        Assert.That((error.Status, error.VerificationRequestId), Is.EqualTo((VerifyStatus.ConcurrentVerification, id)));
        Assert.That((await _vonage.Verify.CheckAsync(error.VerificationRequestId!, "1234")).Status, Is.EqualTo(VerifyStatus.Success));
        Assert.That((await _vonage.Verify.StartAsync("447700900000", "ACME")).RequestId, Is.Not.EqualTo(id), "the number is free again");
    }

    [Test]
    public async Task Can_be_cancelled_after_thirty_seconds_only()
    {
        var id = (await _vonage.Verify.StartAsync("447700900000", "ACME")).RequestId;

        Assert.That((await Refused(() => _vonage.Verify.CancelAsync(id))).Status, Is.EqualTo(VerifyStatus.NotAllowedNow));
        _clock.Advance(TimeSpan.FromSeconds(31));
        var cancelled = await _vonage.Verify.CancelAsync(id);

        Assert.That(cancelled.Command, Is.EqualTo((VerifyCommand?)VerifyCommand.Cancel));
        Assert.That(_simulator.Requests[^1].Body, Is.EqualTo($"request_id={id}&cmd=cancel"));
        Assert.That((await _vonage.Verify.GetAsync(id)).Status, Is.EqualTo((VerifySearchStatus?)VerifySearchStatus.Cancelled));
    }

    [Test]
    public async Task Steps_run_out_and_time_runs_out()
    {
        var id = (await _vonage.Verify.StartAsync(new StartVerifyRequest { Number = "447700900000", Brand = "ACME", WorkflowId = VerifyWorkflow.SmsVoice, PinExpiry = TimeSpan.FromMinutes(2) })).RequestId;

        await _vonage.Verify.TriggerNextWorkflowAsync(id);
        Assert.That((await Refused(() => _vonage.Verify.TriggerNextWorkflowAsync(id))).Status, Is.EqualTo(VerifyStatus.NotAllowedNow));
        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.That((await Refused(() => _vonage.Verify.CheckAsync(id, "1234"))).Status, Is.EqualTo(VerifyStatus.InvalidRequest));
        var found = await _vonage.Verify.GetAsync(id);
        Assert.That((found.Status, found.Events.Count, found.Events[1].Type), Is.EqualTo(((VerifySearchStatus?)VerifySearchStatus.Expired, 2, (VerifyEventType?)VerifyEventType.Voice)));
    }

    [Test]
    public async Task An_unknown_verification_is_an_error_where_it_was_asked_for_alone()
    {
        var error = await Refused(() => _vonage.Verify.GetAsync("0123456789abcdef0123456789abcdef"));
        Assert.That((error.Status.Value, error.Message), Is.EqualTo(("101", "Verify.get was rejected with status 101 (no matching request was found, or it is not available yet): No response found. (verification 0123456789abcdef0123456789abcdef)")));
    }

    [Test]
    public async Task Among_several_each_speaks_for_itself()
    {
        var id = (await _vonage.Verify.StartAsync("447700900000", "ACME")).RequestId;

        var found = await _vonage.Verify.ListAsync([id, "0123456789abcdef0123456789abcdef"]);

        Assert.That((found[0].Status, found[1].Status), Is.EqualTo(((VerifySearchStatus?)VerifySearchStatus.InProgress, (VerifySearchStatus?)VerifySearchStatus.NotFound)));
    }

    [Test]
    public async Task An_own_code_verifies()
    {
        var id = (await _vonage.Verify.StartAsync(new StartVerifyRequest { Number = "447700900000", Brand = "ACME", PinCode = "AKFG-3424" })).RequestId;
        Assert.That((await _vonage.Verify.CheckAsync(id, "AKFG-3424")).Status, Is.EqualTo(VerifyStatus.Success));
    }

    [TestCase("throttled", "1")]
    [TestCase("barred", "7")]
    [TestCase("concurrent", "10")]
    [TestCase("refused", "2")]
    public async Task Each_documented_refusal_throws(string example, string status)
    {
        _simulator.Respond("verify.start", new SimulatedResponse { StatusCode = 200, Example = example });
        var error = await Refused(() => _vonage.Verify.StartAsync("447700900000", "ACME"));
        Assert.That((error.Status.Value, error.Response.ErrorText is { Length: > 0 }), Is.EqualTo((status, true)));
        Assert.That(((VerifyResponse)error.Response).Network, Is.EqualTo(status == "7" ? "244523" : null));
    }

    [Test]
    public async Task An_empty_balance_is_a_refusal()
    {
        _simulator.Balance = 0;
        Assert.That((await Refused(() => _vonage.Verify.StartAsync("447700900000", "ACME"))).Status, Is.EqualTo(VerifyStatus.QuotaExceeded));
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(422)]
    [TestCase(429)]
    public async Task Each_documented_error_of_the_unblocking_is_typed(int status)
    {
        _simulator.Respond("verify.unblockNetwork", status);
        var error = await Thrown.By<VonageApiException>(() => _vonage.Verify.UnblockNetworkAsync(new("23410")));
        Assert.That(((int)error.StatusCode!, error.Problem?.Title is { Length: > 0 }), Is.EqualTo((status, true)));
    }

    [TestCase("verify.start")]
    [TestCase("verify.startPsd2")]
    [TestCase("verify.check")]
    [TestCase("verify.control")]
    [TestCase("verify.get")]
    public async Task Wrong_credentials_are_typed(string operation)
    {
        _simulator.Respond(operation, 401);
        var error = await Thrown.By<VonageApiException>(() => operation switch
        {
            "verify.start" => _vonage.Verify.StartAsync("447700900000", "ACME"),
            "verify.startPsd2" => _vonage.Verify.StartPsd2Async(new() { Number = "447700900000", Payee = "ACME", Amount = 1 }),
            "verify.check" => _vonage.Verify.CheckAsync("abc", "1234"),
            "verify.control" => _vonage.Verify.CancelAsync("abc"),
            _ => _vonage.Verify.GetAsync("abc"),
        });
        Assert.That(error.Problem?.Title, Is.EqualTo("Unauthorized"));
    }

    [TestCase("code_length", 5, null, null, null)]
    [TestCase("code_length", 7, null, null, null)]
    [TestCase("pin_expiry", null, 59, null, null)]
    [TestCase("pin_expiry", null, 3601, null, null)]
    [TestCase("next_event_wait", null, null, 901, null)]
    [TestCase("pin_code", null, null, null, "123")]
    [TestCase("pin_code", null, null, null, "12345678901")]
    public async Task Limits_are_checked_before_sending(string field, int? length, int? expiry, int? wait, string? code)
    {
        var request = new StartVerifyRequest
        {
            Number = "447700900000",
            Brand = "ACME",
            CodeLength = length,
            PinExpiry = expiry is { } e ? TimeSpan.FromSeconds(e) : null,
            NextEventWait = wait is { } w ? TimeSpan.FromSeconds(w) : null,
            PinCode = code,
        };
        var error = await Thrown.By<InvalidRequestException>(() => _vonage.Verify.StartAsync(request));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Field, Is.EqualTo(field));
            Assert.That(error.Message, Does.StartWith("Verify.start: ").And.Not.Contain(code ?? "nothing"));
            Assert.That(_simulator.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task A_payment_needs_an_amount()
    {
        var error = await Thrown.By<InvalidRequestException>(() => _vonage.Verify.StartPsd2Async(new() { Number = "447700900000", Payee = "ACME" }));
        Assert.That(error.Field, Is.EqualTo("amount"));
    }

    private static Task<VonageVerifyException> Refused(Func<Task> call) => Thrown.By<VonageVerifyException>(call);
}
