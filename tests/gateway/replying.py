"""A service of its own process, to be stopped and killed: it answers every request after a moment."""

import asyncio
import sys

from aiohttp import web


async def answer(request: web.Request) -> web.StreamResponse:
    """Answer late, half, or at once, as the address says."""
    if request.path.endswith("late"):
        await asyncio.sleep(30)
    if request.path.endswith("half"):
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b'{"half')
        assert request.transport
        request.transport.abort()
        return response
    return web.json_response({})


async def main(port: int) -> None:
    """Answer until killed."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
