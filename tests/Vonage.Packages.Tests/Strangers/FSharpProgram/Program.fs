open Vonage.Sms
open Vonage.Testing

let run () =
    task {
        let! simulator = VonageSimulator.StartAsync()
        let! sent = simulator.CreateClient().Sms.SendAsync(SmsRequest(From = "ACME", To = "447700900000", Text = "Hello"))
        printfn "sent %s" (string sent.Messages[0].Status)
        do! simulator.DisposeAsync()
    }

run().GetAwaiter().GetResult()
