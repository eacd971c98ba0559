using Vonage;
using Vonage.Sms;

var sms = new SmsClient(VonageCredentials.FromApiKey("abcd1234", "secret"));
try
{
    await sms.SendAsync(new SmsRequest { From = "ACME", To = "07700 900000", Text = "Hello" });
}
catch (Vonage.Core.InvalidRequestException error)
{
    Console.WriteLine(error.Field);
}

Console.WriteLine(AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name is "Vonage.Generated" or "RestSharp"));
