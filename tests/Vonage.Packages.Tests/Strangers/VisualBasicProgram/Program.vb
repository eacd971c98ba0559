Imports Vonage.Sms
Imports Vonage.Testing

Module Program
    Sub Main()
        RunAsync().GetAwaiter().GetResult()
    End Sub

    Private Async Function RunAsync() As Task
        Dim simulator = Await VonageSimulator.StartAsync()
        Dim sent = Await simulator.CreateClient().Sms.SendAsync(New SmsRequest With {.From = "ACME", .To = "447700900000", .Text = "Hello"})
        Console.WriteLine("sent " & sent.Messages(0).Status.ToString())
        Await simulator.DisposeAsync()
    End Function
End Module
