using Vonage.TenDlc;

namespace Vonage.Contract.Tests.Cases;

internal static class TenDlcCases
{
    private const string Brands = "v1/10dlc/brands";
    private const string Campaigns = $"{Brands}/{{brand}}/campaigns";
    private const string Numbers = $"{Campaigns}/{{campaign}}/numbers";
    private const string Number = "14155550110";
    private const string Condition = """[[{"field":"status","type":"==","value":"PENDING"}]]""";
    private const string Description = "Offers and answers to questions, for customers who asked for them.";

    private static string FilterQuery => $"filter={Uri.EscapeDataString(Condition)}";

    public static IEnumerable<OperationCase> All() => [.. OfBrands(), .. OfVettings(), .. OfCampaigns(), .. OfNumbers(), .. OfValues()];

    private static IEnumerable<OperationCase> OfBrands()
    {
        yield return Case("listBrands", "", "GET", Brands, async (v, ids) =>
        {
            await MakeBrandAsync(v, ids);
            Assert.That((await FirstAsync(v.TenDlc.ListBrandsAsync()))!.BrandId, Is.EqualTo(ids.Fill("{brand}")));
        }, query: "page=1");
        yield return Case("listBrands", "some", "GET", Brands, async (v, ids) =>
        {
            await MakeBrandAsync(v, ids);
            Assert.That(await FirstAsync(v.TenDlc.ListBrandsAsync(new() { PageSize = 5, Filter = [[new("status", TenDlcFilterType.StrictlyEqual, "PENDING")]] })), Is.Not.Null);
        }, query: $"page=1&page_size=5&{FilterQuery}", notByPrism: NoJsonInQuery);
        yield return Case("createBrand", "company", "POST", Brands, async (v, _) => Assert.That((await v.TenDlc.CreateBrandAsync(new("abcd1234")
        {
            PrimaryAccountId = "acc6111f",
            UniversalEin = "20-1111111",
            AlternativeBusinessIdType = BusinessIdType.Duns,
            AlternativeBusinessId = "150483782",
            EntityType = BrandEntityType.PublicProfit,
            CompanyName = "Example Inc.",
            DisplayName = "Example",
            Ein = "20-1111111",
            EinIssuingCountry = "US",
            Website = "https://example.com",
            Phone = "+15556660001",
            Street = "23 Main Street",
            City = "Holmdel",
            State = "NJ",
            PostalCode = "07733",
            Country = "US",
            Email = "brands@example.com",
            StockSymbol = "EXMP",
            StockExchange = StockExchange.Nasdaq,
            Vertical = BrandVertical.Technology,
            Reseller = true,
        })).CreatedAt, Is.Not.Null), """
            {"account_id":"abcd1234","primary_account_id":"acc6111f","universal_ein":"20-1111111","alt_business_id_type":"DUNS","alt_business_id":"150483782","entity_type":"PUBLIC_PROFIT",
             "company_name":"Example Inc.","display_name":"Example","ein":"20-1111111","ein_issuing_country":"US","website":"https://example.com","phone":"+15556660001","street":"23 Main Street",
             "city":"Holmdel","state":"NJ","postal_code":"07733","country":"US","email":"brands@example.com","stock_symbol":"EXMP","stock_exchange":"NASDAQ","vertical":"TECHNOLOGY","reseller":true}
            """);
        yield return Case("createBrand", "person", "POST", Brands, async (v, _) => await v.TenDlc.CreateBrandAsync(new("abcd1234") { EntityType = BrandEntityType.SoleProprietor, FirstName = "Jane", LastName = "Doe" }),
            """{"account_id":"abcd1234","entity_type":"SOLE_PROPRIETOR","first_name":"Jane","last_name":"Doe"}""");
        yield return Case("getBrand", "", "GET", $"{Brands}/{{brand}}", async (v, ids) => Assert.That((await v.TenDlc.GetBrandAsync(await MakeBrandAsync(v, ids))).BrandId, Is.EqualTo(ids.Fill("{brand}"))));
        yield return Case("updateBrand", "", "PATCH", $"{Brands}/{{brand}}", async (v, ids) => await v.TenDlc.UpdateBrandAsync(await MakeBrandAsync(v, ids), new() { DisplayName = "Example Group" }), """{"display_name":"Example Group"}""");
        yield return Case("deleteBrand", "", "DELETE", $"{Brands}/{{brand}}", async (v, ids) => await v.TenDlc.DeleteBrandAsync(await MakeBrandAsync(v, ids)));
        yield return Case("getBrandFeedback", "", "GET", $"{Brands}/{{brand}}/feedback", async (v, ids) => Assert.That((await v.TenDlc.GetBrandFeedbackAsync(await MakeBrandAsync(v, ids))).Categories, Is.Not.Null));
        yield return Case("qualifyUseCase", "", "GET", $"{Brands}/{{brand}}/usecases/2FA", async (v, ids) => Assert.That((await v.TenDlc.QualifyUseCaseAsync(await MakeBrandAsync(v, ids), CampaignUseCase.TwoFactorAuthentication)).Networks[0].IsQualified, Is.True));
        yield return Case("revetBrand", "", "POST", $"{Brands}/{{brand}}/revet", async (v, ids) => Assert.That((await v.TenDlc.RevetBrandAsync(await MakeBrandAsync(v, ids))).BrandId, Is.Not.Empty));
    }

    private static IEnumerable<OperationCase> OfVettings()
    {
        const string path = $"{Brands}/{{brand}}/vetting/requests";
        yield return Case("listVettings", "", "GET", path, async (v, ids) =>
        {
            await v.TenDlc.StartVettingAsync(await MakeBrandAsync(v, ids), new(VettingProviderId.Aegis, "STANDARD"));
            Assert.That((await v.TenDlc.ListVettingsAsync(ids.Fill("{brand}")))[0].VettingStatus, Is.EqualTo(VettingStatus.Active));
        });
        yield return Case("startVetting", "standard", "POST", path, async (v, ids) => Assert.That((await v.TenDlc.StartVettingAsync(await MakeBrandAsync(v, ids), new(VettingProviderId.Aegis, "STANDARD"))).VettingStatus, Is.EqualTo(VettingStatus.Pending)),
            """{"evp_id":"Aegis","vetting_class":"STANDARD"}""");
        yield return Case("startVetting", "political", "POST", path, async (v, ids) => await v.TenDlc.StartVettingAsync(await MakeBrandAsync(v, ids), new(VettingProviderId.CampaignVerify, "POLITICAL")
        {
            PoliticalDetails = new()
            {
                RequestorFirstName = "John",
                RequestorLastName = "Doe",
                Locale = PoliticalLocale.Federal,
                CommitteeType = FecCommitteeType.Presidential,
                CommitteeId = "00000",
                CandidateType = "PAC",
                StateLocalCommitteeType = "FEDERAL",
                LocalCommitteeState = "AZ",
                LocalCommitteeMunicipality = "US",
                TribalLocation = "US",
                FilingUrl = new("https://example.com"),
                FilingInstructions = "Page 2",
                FilingEmail = "john@example.com",
                ElectionDate = "2022-31-10",
                PinPreference = PinPreference.Express,
            },
        }), """
            {"evp_id":"CV","vetting_class":"POLITICAL","vetting_political_details":{"requestor_first_name":"John","requestor_last_name":"Doe","locale":"Federal","fec_committee_type_code":"P","committee_id":"00000",
             "candidate_type":"PAC","state_local_committee_type":"FEDERAL","local_committee_state":"AZ","local_committee_municipality":"US","tribal_location":"US","filing_url":"https://example.com",
             "filing_record_url_instructions":"Page 2","filing_email":"john@example.com","election_date":"2022-31-10","pin_preference":"Express"}}
            """);
        yield return Case("importVetting", "", "PUT", $"{path}/", async (v, ids) => Assert.That((await v.TenDlc.ImportVettingAsync(await MakeBrandAsync(v, ids), new(VettingProviderId.WmcGlobal, "v-1") { VettingToken = "a1b2c3" })).VettingId, Is.Not.Empty),
            """{"evp_id":"WMC","vetting_id":"v-1","vetting_token":"a1b2c3"}""");
    }

    private static IEnumerable<OperationCase> OfCampaigns()
    {
        yield return Case("listCampaigns", "", "GET", Campaigns, async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            Assert.That((await FirstAsync(v.TenDlc.ListCampaignsAsync(ids.Fill("{brand}"))))!.CampaignId, Is.EqualTo(ids.Fill("{campaign}")));
        }, query: "page=1");
        yield return Case("listCampaigns", "some", "GET", Campaigns, async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            Assert.That(await FirstAsync(v.TenDlc.ListCampaignsAsync(ids.Fill("{brand}"), new() { PageSize = 5, Filter = [[new("status", TenDlcFilterType.StrictlyEqual, "PENDING")]] })), Is.Not.Null);
        }, query: $"page=1&page_size=5&{FilterQuery}", notByPrism: NoJsonInQuery);
        yield return Case("createCampaign", "", "POST", Campaigns, async (v, ids) =>
        {
            var campaign = await v.TenDlc.CreateCampaignAsync(await MakeBrandAsync(v, ids), new()
            {
                AccountId = "abcd1234",
                UseCase = CampaignUseCase.Mixed,
                SubUseCases = { CampaignUseCase.Marketing, CampaignUseCase.TwoFactorAuthentication },
                Description = Description,
                EmbeddedLink = true,
                EmbeddedPhone = false,
                NumberPool = false,
                AgeGated = false,
                DirectLending = false,
                SubscriberOptIn = true,
                SubscriberOptOut = true,
                SubscriberHelp = true,
                Partner = false,
                HelpMessage = "Call us.",
                OptInMessage = "You are subscribed to our offers.",
                OptOutMessage = "You receive no more messages.",
                Label = "offers",
                ResellerId = "R123456",
                SampleOne = "Everything blue is cheaper.",
                SampleTwo = "Two",
                SampleThree = "Three",
                SampleFour = "Four",
                SampleFive = "Five",
                OptInKeywords = "START",
                OptOutKeywords = "STOP,END",
                HelpKeywords = "HELP",
                MessageFlowDetails = new()
                {
                    BrandName = "Example",
                    ConsentMechanisms = { new() { Method = ConsentMethod.OnlineForm, Details = "A box in a form.", AttachmentUrl = new("https://example.com/form.png") } },
                    PricingDisclosure = true,
                    Frequency = MessageFrequency.Recurring,
                    PrivacyPolicyUrl = new("https://example.com/privacy"),
                    TermsAndConditionsUrl = new("https://example.com/terms"),
                },
            });
            Assert.That((campaign.MessageFlow, campaign.IsTrafficEnabled), Is.EqualTo((campaign.MessageFlowDetails!.ConsentMechanisms[0].Details, false)));
        }, $$$"""
            {"account_id":"abcd1234","usecase":"MIXED","sub_usecases":["MARKETING","2FA"],"description":"{{{Description}}}","embedded_link":true,"embedded_phone":false,"number_pool":false,"age_gated":false,
             "direct_lending":false,"subscriber_opt_in":true,"subscriber_opt_out":true,"subscriber_help":true,"partner":false,"help_message":"Call us.","opt_in_message":"You are subscribed to our offers.",
             "opt_out_message":"You receive no more messages.","label":"offers","reseller_id":"R123456","sample_one":"Everything blue is cheaper.","sample_two":"Two","sample_three":"Three","sample_four":"Four",
             "sample_five":"Five","opt_in_keywords":"START","opt_out_keywords":"STOP,END","help_keywords":"HELP","message_flow_details":{"brand_name":"Example","consent_mechanisms":[{"method":"ONLINE_FORM",
             "details":"A box in a form.","attachment":"https://example.com/form.png"}],"pricing_disclosure":true,"frequency":"RECURRING","privacy_policy":"https://example.com/privacy","terms_and_conditions":"https://example.com/terms"}}
            """);
        yield return Case("getCampaign", "", "GET", $"{Campaigns}/{{campaign}}", async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            Assert.That((await v.TenDlc.GetCampaignAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"))).CampaignId, Is.EqualTo(ids.Fill("{campaign}")));
        });
        yield return Case("updateCampaign", "", "PATCH", $"{Campaigns}/{{campaign}}", async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            await v.TenDlc.UpdateCampaignAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), new() { Label = "new", SampleOne = "One" });
        }, """{"label":"new","sample_one":"One"}""");
        yield return Case("deleteCampaign", "", "DELETE", $"{Campaigns}/{{campaign}}", async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            await v.TenDlc.DeleteCampaignAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"));
        });
        yield return Case("resubmitCampaign", "", "PUT", $"{Campaigns}/{{campaign}}/resubmit", async (v, ids) =>
        {
            await MakeCampaignAsync(v, ids);
            var resubmitted = await v.TenDlc.ResubmitCampaignAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), new() { NetworkIds = { "10017" } });
            Assert.That(resubmitted.Networks[0].NetworkId, Is.EqualTo("10017"));
        }, """{"mno_ids":["10017"]}""");
        yield return Case("importPartnerCampaign", "", "POST", "v1/10dlc/partnercampaigns/import", async (v, _) => Assert.That((await v.TenDlc.ImportPartnerCampaignAsync(new("abcd1234", "C123ABC") { Label = "offers" })).SharingStatus, Is.EqualTo(CampaignSharingStatus.Pending)),
            """{"account_id":"abcd1234","campaign_id":"C123ABC","label":"offers"}""");
    }

    private static IEnumerable<OperationCase> OfNumbers()
    {
        yield return Case("listNumbers", "", "GET", Numbers, async (v, ids) =>
        {
            await LinkAsync(v, ids);
            Assert.That((await FirstAsync(v.TenDlc.ListNumbersAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"))))!.Number, Is.EqualTo(Number));
        }, query: "page=1");
        yield return Case("listNumbers", "some", "GET", Numbers, async (v, ids) =>
        {
            await LinkAsync(v, ids);
            Assert.That(await FirstAsync(v.TenDlc.ListNumbersAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), new() { PageSize = 5, Filter = [[new("status", TenDlcFilterType.StrictlyEqual, "PENDING")]] })), Is.Null);
        }, query: $"page=1&page_size=5&{FilterQuery}", notByPrism: NoJsonInQuery);
        yield return Case("linkNumber", "", "POST", Numbers, async (v, ids) => Assert.That((await LinkAsync(v, ids)).Status, Is.EqualTo(LinkedNumberStatus.Pending)), $$"""{"number":"{{Number}}","country":"US"}""");
        yield return Case("getNumber", "", "GET", $"{Numbers}/{Number}", async (v, ids) =>
        {
            await LinkAsync(v, ids);
            Assert.That((await v.TenDlc.GetNumberAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), "+1 415 555 0110")).Status, Is.EqualTo(LinkedNumberStatus.Approved));
        });
        yield return Case("unlinkNumber", "", "DELETE", $"{Numbers}/{Number}", async (v, ids) =>
        {
            await LinkAsync(v, ids);
            await v.TenDlc.UnlinkNumberAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), Number);
        });
    }

    private static IEnumerable<OperationCase> OfValues()
    {
        yield return Case("listVettingClasses", "", "GET", "v1/10dlc/enum/vetting/classes", async (v, _) => Assert.That((await v.TenDlc.ListVettingClassesAsync())[0].ValidityMonths, Is.EqualTo(12)));
        yield return Case("listVettingProviders", "", "GET", "v1/10dlc/enum/vetting/providers", async (v, _) => Assert.That((await v.TenDlc.ListVettingProvidersAsync())[0].Id, Is.EqualTo(VettingProviderId.Aegis)));
        yield return Case("getEnumValues", "", "GET", "enum", async (v, _) => Assert.That((await v.TenDlc.GetEnumValuesAsync()).EntityTypes[0].Id, Is.EqualTo("GOVERNMENT")));
    }

    private const string NoJsonInQuery = "it reads a list in a query as its words, not as JSON";

    private static OperationCase Case(string operation, string variant, string method, string path, Func<IVonageClient, Ids, Task> call, string? json = null, string query = "", string? notByPrism = null) =>
        new($"ten-dlc.{operation}", variant, call) { Line = $"{method} api-eu.vonage.com/{path}", Json = json, Query = query, Authorization = "Basic ", NotByPrism = notByPrism };

    private static async Task<string> MakeBrandAsync(IVonageClient v, Ids ids) => ids.Keep("brand", (await v.TenDlc.CreateBrandAsync(new("abcd1234") { DisplayName = "Example" })).BrandId);

    private static async Task MakeCampaignAsync(IVonageClient v, Ids ids) =>
        ids.Keep("campaign", (await v.TenDlc.CreateCampaignAsync(await MakeBrandAsync(v, ids), new() { UseCase = CampaignUseCase.Marketing, Description = Description })).CampaignId);

    private static async Task<LinkedNumber> LinkAsync(IVonageClient v, Ids ids)
    {
        await MakeCampaignAsync(v, ids);
        return await v.TenDlc.LinkNumberAsync(ids.Fill("{brand}"), ids.Fill("{campaign}"), new(Number, "US"));
    }

    private static async Task<T?> FirstAsync<T>(IAsyncEnumerable<T> items)
        where T : class
    {
        await foreach (var item in items)
            return item;
        return null;
    }
}
