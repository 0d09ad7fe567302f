using Utcp.Packaging.Tests.Support;

namespace Utcp.Packaging.Tests.Consumers;

/// <summary>Builds after a manual changed see the change, and nothing of what was before.</summary>
public sealed class EditTests(PackagingRun run)
{
    [Fact]
    public async Task Each_build_has_the_client_of_the_manual_as_it_is()
    {
        var project = await run.ProjectAsync("Edited");
        (await project.BuildAsync()).Succeeded();
        Assert.Equal("GetTimeAsync\n", await project.RunAsync());
        Assert.Contains(project.File("clock.manual.json"), (await run.DotnetAsync(project.Folder, "watch", "--list")).Output, StringComparison.Ordinal);

        // A second manual, found by the pattern in the project, which is not touched.
        File.WriteAllText(project.File("alarm.manual.json"), File.ReadAllText(project.File("clock.manual.json")).Replace("get_time", "set_alarm", StringComparison.Ordinal));
        project.Edit("Program.cs", "Acme.Clock.IClockClient", "Acme.Alarm.IAlarmClient");
        (await project.BuildAsync("--no-restore")).Succeeded();
        Assert.Equal("SetAlarmAsync\n", await project.RunAsync());

        // The name of a tool.
        project.Edit("alarm.manual.json", "set_alarm", "stop_alarm");
        (await project.BuildAsync("--no-restore")).Succeeded();
        Assert.Equal("StopAlarmAsync\n", await project.RunAsync());

        // A tool that the program uses is gone.
        project.Edit("Program.cs", "foreach", "_ = nameof(Acme.Alarm.IAlarmClient.StopAlarmAsync);\nforeach");
        (await project.BuildAsync("--no-restore")).Succeeded();
        project.Edit("alarm.manual.json", "stop_alarm", "ring_alarm");
        AssertError(await project.BuildAsync("--no-restore"), "error CS0117: 'IAlarmClient' does not contain a definition for 'StopAlarmAsync'");

        // The whole manual is gone.
        File.Delete(project.File("alarm.manual.json"));
        AssertError(await project.BuildAsync("--no-restore"), "error CS0234: The type or namespace name 'Alarm' does not exist in the namespace 'Acme'");
    }

    private static void AssertError(CommandResult result, string expected) =>
        Assert.All(result.Failed().Complaints, complaint => Assert.Contains(expected, complaint, StringComparison.Ordinal));
}
