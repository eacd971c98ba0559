using System;
using System.Threading.Tasks;
using Vonage;
using Vonage.Messages;

namespace Library;

public sealed class Greeter(IMessagesClient messages)
{
    public static Greeter FromEnvironment() => new(new MessagesClient(VonageCredentials.FromEnvironment()));

    public async Task<string> GreetAsync(string number) => (await messages.SendAsync(new SmsTextMessage { From = "ACME", To = number, Text = "Hello" })).MessageUuid;
}
