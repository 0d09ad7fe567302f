using Acme;
using Acme.Petstore;
using Utcp;

var shop = new PetShop();
await using var server = await LocalServer.StartAsync(shop.Map);

await using var channel = new UtcpChannel(new UtcpChannelOptions
{
    // The scheme apiKey of the document, which the operations need that change something.
    Variables = { [PetstoreClient.Variables.ApiKey] = PetShop.ApiKey },

    // The scheme customer: asked for a token before each request, and only for requests to this origin.
    Authenticators = { new UtcpAuthenticatorBinding(server.Url, (context, cancellationToken) => shop.SignInAsync("Ines", cancellationToken)) { Scheme = "customer" } },
});

// The document names the server of production; this is another one.
IPetstoreClient store = new PetstoreClient(channel, new UtcpClientOptions { BaseUrl = server.Url + "/v1" });

Console.WriteLine("Two pets");
Pet rex = await store.Pets.AddPetAsync(new Dog { Name = "Rex", Born = new DateOnly(2026, 3, 14), Trained = false });
Pet mia = await store.Pets.AddPetAsync(new Cat { Name = "Mia", Born = new DateOnly(2025, 7, 2), Outdoor = true });
Console.WriteLine($"  {Text(rex)}");
Console.WriteLine($"  {Text(mia)}");

Console.WriteLine();
Console.WriteLine("Dogs born after 2025");
var response = new UtcpResponseCapture();
var dogs = await store.Pets.ListPetsAsync(new PetFilter { Kind = Species.Dog, BornAfter = new DateOnly(2025, 12, 31) }, limit: 10, new UtcpCallOptions { Response = response });
foreach (var dog in dogs)
{
    Console.WriteLine($"  {Text(dog)}");
}

Console.WriteLine($"  {response["X-Total"]} in all; asked with {Uri.UnescapeDataString(shop.LastQuery)}");

Console.WriteLine();
Console.WriteLine("A photo");
using (var picture = new MemoryStream(PetShop.Picture))
{
    Photo photo = await store.Photos.UploadPhotoAsync(1, new UploadPhotoBody
    {
        Photo = new UtcpFile(picture, "rex.png", "image/png"),
        Caption = "In the garden",
        Taken = new DateOnly(2026, 11, 20),
    });
    Console.WriteLine($"  stored as number {photo.Id}: {photo.Bytes} bytes, \"{photo.Caption}\"");
    await using UtcpStreamResult download = await store.Photos.GetPhotoAsync(1, photo.Id);
    using var copy = new MemoryStream();
    await download.Stream.CopyToAsync(copy);
    Console.WriteLine($"  {download.ContentType} comes back, {(copy.ToArray().AsSpan().SequenceEqual(PetShop.Picture) ? "the same bytes" : "other bytes")}");
}

Console.WriteLine();
Console.WriteLine("Orders");
for (var i = 0; i < 2; i++)
{
    // 201 and 202 have bodies of different shapes: the result is a union of both.
    PlaceOrderResult result = await store.Orders.PlaceOrderAsync(new PlaceOrderBody { PetId = 2, Note = "with the basket" });
    Console.WriteLine(result.Match(
        order => $"  order {order.Number}: {Text(order.Pet)}",
        waiting => $"  number {waiting.Place} on the waiting list",
        other => $"  something new: {other}"));
}

Console.WriteLine();
Console.WriteLine("Errors that the document declares");
try
{
    await store.Pets.AddPetAsync(new Cat { Name = "Tom", Born = new DateOnly(2031, 1, 1), Outdoor = false });
}
catch (UtcpHttpException<InvalidPet> error)
{
    Console.WriteLine($"  {error.StatusCode}: {error.Error.Title} born: {string.Join(" ", error.Error.Errors["born"])}");
}

try
{
    await store.Pets.GetPetAsync(17);
}
catch (UtcpHttpException<Problem> error) when (error.StatusCode == 404)
{
    Console.WriteLine($"  {error.StatusCode}: {error.Error.Title}");
}

// The cases of a oneOf with a discriminator are records; a kind that this version of the document does not know stays readable.
static string Text(Pet pet) => pet switch
{
    Dog dog => $"{dog.Id} {dog.Name}, a dog born {dog.Born:yyyy-MM-dd}{(dog.Trained ? ", trained" : "")}",
    Cat cat => $"{cat.Id} {cat.Name}, a cat born {cat.Born:yyyy-MM-dd}{(cat.Outdoor ? ", goes out" : "")}",
    Pet.Unknown other => $"another kind of pet: {other.Value}",
    _ => "no pet",
};
