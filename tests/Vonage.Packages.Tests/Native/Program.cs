using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vonage;
using Vonage.AspNetCore;
using Vonage.Core;
using Vonage.Messages;
using Vonage.Sms;
using Vonage.Testing;
using Vonage.Voice;

await using var simulator = await VonageSimulator.StartAsync();
var vonage = simulator.CreateClient();
Console.WriteLine("sms " + (await vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello" })).Messages[0].Status);
Console.WriteLine("message " + ((await vonage.Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" })).MessageUuid.Length > 0));
try
{
    await vonage.Voice.GetCallAsync("63f61863-4a51-4f6b-86e1-46edebcf9356");
}
catch (VonageApiException error)
{
    Console.WriteLine($"problem {(int)error.StatusCode!} {error.Problem?.Title}");
}

try
{
    // Reported when this program is compiled: an anonymous object needs reflection.
    await vonage.Raw.PostAsync<string>("https://api.nexmo.com/v1/things", new { Name = "x" }, ApiAuthentication.Basic);
}
catch (NotSupportedException)
{
    Console.WriteLine($"raw refused, {simulator.Requests.Count} requests");
}

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddVonageWebhooks(webhooks => webhooks.Secrets.Add("abcd1234", "secret"));
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
await using var app = builder.Build();
app.MapVonageWebhook<CallEvent>("/event", call =>
{
    Console.WriteLine($"event {call.Status} {call.Uuid}");
    return Task.CompletedTask;
});
app.MapVonageWebhook<InboundSms>("/sms", sms =>
{
    Console.WriteLine($"inbound {sms.Text}");
    return Task.CompletedTask;
}).RequireVonageSignature(new VonageWebhookEndpointOptions { AllowGet = true });
app.MapVonageWebhook<AnswerEvent>("/answer", answer => Ncco.Create().Talk("Hello " + answer.From))
    .RequireVonageSignature(new VonageWebhookEndpointOptions { AllowUnsignedQuery = true });
app.MapGet("/plain", () => Ncco.Create().Talk("hi"));
app.MapPost("/bound", (CallEvent call) => call);
app.MapPost("/enums", (Dictionary<SmsType, SmsType?> types) => types);
await app.StartAsync();
var address = new Uri(app.Urls.First());
using var http = new HttpClient();
var signer = new WebhookSigner("abcd1234", "secret");
await Send(signer.CreateJsonRequest(new Uri(address, "/event"), """{"status":"completed","uuid":"one"}"""));
await Send(signer.CreateSmsRequest(new Uri(address, "/sms"), SmsWebhookFormat.Query, [new("text", "a query"), new("msisdn", "447700900000")]));
await Send(signer.CreateQueryRequest(new Uri(address, "/answer"), [new("from", "447700900000")]));
await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/sms?text=forged")));
await Send(new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/plain")));
await Send(new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/bound")) { Content = new StringContent("""{"status":"completed","uuid":"two","new":1}""", null, "application/json") });
await Send(new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/enums")) { Content = new StringContent("""{"text":"binary","new":null}""", null, "application/json") });

async Task Send(HttpRequestMessage request)
{
    using var response = await http.SendAsync(request);
    var text = response.StatusCode == HttpStatusCode.Unauthorized ? "unverified" : await response.Content.ReadAsStringAsync();
    Console.WriteLine($"{(int)response.StatusCode} {text}");
}

[JsonSerializable(typeof(Ncco))]
[JsonSerializable(typeof(CallEvent))]
[JsonSerializable(typeof(Dictionary<SmsType, SmsType?>))]
internal sealed partial class AppJson : JsonSerializerContext;
