using System;
using System.Threading.Tasks;
using Vonage;
using Vonage.Voice;

namespace Framework;

internal static class Program
{
    public static async Task Main()
    {
        var vonage = new VonageClient(VonageCredentials.FromEnvironment());
        Console.WriteLine(await new Library.Greeter(vonage.Messages).GreetAsync("447700900000"));
        Console.WriteLine(Ncco.Create().Talk("Hello"));
    }
}
