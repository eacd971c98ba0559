using Vonage.Sms;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddVonage(builder.Configuration.GetSection("Vonage"));
var app = builder.Build();
app.MapPost("/hello/{to}", async (string to, ISmsClient sms) => (await sms.SendAsync(new SmsRequest { From = "ACME", To = to, Text = "Hello" })).Messages[0].MessageId);
app.MapVonageWebhook<SmsDeliveryReceipt>("/webhooks/sms-status", receipt => Console.Out.WriteLineAsync($"receipt {receipt.Status}"));
app.Run();

public partial class Program;
