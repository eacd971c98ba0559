using Microsoft.AspNetCore.Mvc;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Voice;

namespace Vonage.AspNetCore.Tests;

[ApiController]
[Route("hooks")]
[VonageWebhook]
public sealed class HooksController : ControllerBase
{
    [HttpPost("status")]
    public void Status([FromVonageWebhook] MessageStatusEvent status) => Response.Headers["X-Status"] = $"{status?.Status}";

    [HttpGet("sms")]
    [HttpPost("sms")]
    public string Sms([FromVonageWebhook] InboundSms sms)
    {
        Response.Headers.CacheControl = "no-store";
        return $"{sms?.Text}";
    }

    [HttpGet("answer")]
    [VonageWebhook(AllowUnsignedQuery = true)]
    public Ncco Answer([FromVonageWebhook] AnswerEvent answer)
    {
        Response.Headers.CacheControl = "no-store";
        return Ncco.Create().Talk($"Hello {answer?.From}");
    }
}

[Route("plain")]
public sealed class PlainController : Controller
{
    [HttpPost("status")]
    [VonageWebhook]
    public Task Status([FromVonageWebhook] MessageStatusEvent status)
    {
        Response.Headers["X-Status"] = $"{status?.Status}";
        return Task.CompletedTask;
    }

    [HttpGet("answer")]
    [VonageWebhook(AllowUnsignedQuery = true)]
    public ActionResult<Ncco> Answer([FromVonageWebhook] AnswerEvent answer)
    {
        Response.Headers.CacheControl = "no-store";
        return Ncco.Create().Talk($"Hello {answer?.From}");
    }
}
